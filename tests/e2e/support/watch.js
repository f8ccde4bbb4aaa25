// What no page may ever do: write to the console, throw, break the content security policy, or leave the origin.

/** Watches every page of a browser context; the answer lists faults as they happen. */
export function watch(context, origin) {
  const faults = [];
  // A refused or interrupted request that a test provokes is told by the browser as "Failed to load resource".
  const provoked = /^Failed to load resource: (the server responded with a status of 4|net::ERR_INTERNET_DISCONNECTED)/;
  context.on("console", (message) => {
    const loud = message.type() === "error" || message.type() === "warning";
    if (loud && !provoked.test(message.text())) faults.push(`console ${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => faults.push(`uncaught: ${error.error()}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    const own = url.origin === origin || ["data:", "blob:"].includes(url.protocol);
    if (!own) faults.push(`left the origin: ${request.method()} ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} from ${response.url()}`);
  });
  return faults;
}
