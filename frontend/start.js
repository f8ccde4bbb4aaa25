// Loads the app. It is built twice (see src/bundle.rs): small for what everybody uses, whole for the pages of hiring teams.
// The build puts the names of the files in place of SMALL and WHOLE.
const path = location.pathname;
const packet = /^\/loops\/[^/]+\/packet\/?$/.test(path);
const hiring = !packet && /^\/(audit|candidates|duties|exposures|jobs|ladder|library|loops|people|plans|profile|requests|settings)(\/|$)/.test(path);
// Home is in both; the app has noted which one this browser's person needs. A browser that keeps nothing gets the small one.
const home = () => {
  try {
    return path === "/" && localStorage.getItem("evenhand.home") === "whole";
  } catch {
    return false;
  }
};
const { script, wasm, styles } = hiring || home() ? WHOLE : SMALL;
if (styles) {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = styles;
  document.head.append(sheet);
}
// Both at once: the script needs the module only after it has been read itself.
const compiled = fetch(wasm);
import(script).then((app) => app.default({ module_or_path: compiled }));
