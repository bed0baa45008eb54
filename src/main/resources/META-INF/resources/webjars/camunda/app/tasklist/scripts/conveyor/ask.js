// Our own endpoints, asked with the session of Tasklist.
import { say } from './texts.js';

/** Read at each request: the token changes with each login. */
function token() {
  const found = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(document.cookie);
  return found ? decodeURIComponent(found[1]) : '';
}

export function ask(path, method = 'GET', body, more) {
  const headers = { Accept: 'application/json', 'Accept-Language': navigator.language };
  if (method !== 'GET') {
    headers['X-XSRF-TOKEN'] = token();
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  return fetch(path, { method, headers, body, ...more });
}

/** The answer as JSON; what was refused is thrown with its sentence. */
export async function told(answer) {
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(body.message || say('That did not work; please try again.'));
  }
  return body;
}

export function element(tag, text, parent, more) {
  const made = Object.assign(document.createElement(tag), { textContent: text || '' }, more);
  parent.appendChild(made);
  return made;
}

/** The task on the screen; nothing when none is open. */
export function openTask() {
  return (/[?&]task=([^&]+)/.exec(window.location.hash) || [])[1];
}

/** Whether a key was pressed with Ctrl and Alt, wherever it lies on the keyboard. */
export function onKey(code, act) {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey && event.altKey && !event.metaKey && event.code === code) {
      event.preventDefault();
      act();
    }
  });
}
