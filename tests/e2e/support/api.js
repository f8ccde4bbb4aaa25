// Arranging things over the API, where a test is about something else.

export class ApiError extends Error {
  constructor(method, path, status, problem) {
    super(`${method} ${path} answered ${status}: ${JSON.stringify(problem)}`);
    this.status = status;
    this.problem = problem;
  }
}

/** Calls the API and answers the parsed body; `path` begins behind `/api/v1`. */
export async function call(origin, method, path, body, token) {
  const headers = { "x-evenhand": "1" };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (token) headers.authorization = `Bearer ${token}`;
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  const json = answer.headers.get("content-type")?.includes("json");
  const content = json ? JSON.parse(text) : text;
  if (!answer.ok) throw new ApiError(method, path, answer.status, content);
  return content;
}
