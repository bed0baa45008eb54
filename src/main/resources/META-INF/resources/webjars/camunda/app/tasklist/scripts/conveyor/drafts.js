// "Save" of Tasklist keeps a draft in this one browser. The server keeps it instead, for the same person anywhere, and
// while somebody types it is kept by itself. Only what the server could not take stays in the browser.
import { ask, element, openTask } from './ask.js';
import { camundaForm } from './form.js';
import { say } from './texts.js';

const AUTOSAVE = 10000;
const FORM = '.form-actions, form, .flatpickr-calendar, .fjs-dropdownlist';
// A form asks several times in one go while it is built.
const FRESH = 300;
// A start form, whose id has colons, is no task.
const KEY = /^(camunda-form|camForm):([^:]+)$/;
const { getItem, setItem, removeItem } = Storage.prototype;
const read = new Map();
// What the server has of the form that is open.
let kept = { task: null, text: null };
let keeping = Promise.resolve();
// The task in whose form of our own somebody was at work since it was kept last.
let used = null;

function path(task) {
  return `/api/tasks/${encodeURIComponent(task)}/draft`;
}

/** At once and not later: Tasklist reads its draft while it builds the form. */
function fetched(kind, task) {
  const last = read.get(task);
  if (!last || Date.now() - last.at > FRESH) {
    const request = new XMLHttpRequest();
    let draft = {};
    try {
      request.open('GET', path(task), false);
      request.send();
      draft = request.status === 200 ? JSON.parse(request.responseText) : {};
    } catch (failed) {
      console.error(failed);
    }
    read.set(task, { at: Date.now(), draft });
  }
  const draft = read.get(task).draft[kind];
  return draft === undefined ? null : JSON.stringify(draft);
}

function tell(sentence) {
  const actions = [...document.querySelectorAll('.form-actions')].find(place => place.offsetParent !== null);
  if (actions) {
    const shown = actions.querySelector('.conveyor-draft') || element('span', '', actions, { className: 'conveyor-draft', role: 'status' });
    shown.setAttribute('role', 'status');
    shown.textContent = sentence;
  }
}

/** The server has not taken it: it is sent again, though nobody types on. */
function sendAgain(task, text) {
  if (kept.task === task && kept.text === text) {
    kept = { task, text: null };
  }
}

async function keep(kind, task, text, key) {
  try {
    const answer = await ask(path(task), 'PUT', `{"${kind}":${text}}`, { keepalive: text.length < 60000 });
    read.delete(task);
    if (answer.ok || answer.status === 404) {
      // The draft of a task that is somebody else's now is no business of this browser.
      if (getItem.call(localStorage, key) === text) {
        removeItem.call(localStorage, key);
      }
    }
    if (answer.ok) {
      const time = new Date().toLocaleTimeString(navigator.language, { hour: '2-digit', minute: '2-digit' });
      tell(say('Draft kept at {0}').replace('{0}', time));
    } else {
      sendAgain(task, text);
      const body = await answer.json().catch(() => ({}));
      tell(body.message || say('The draft is kept in this browser only.'));
    }
  } catch (failed) {
    sendAgain(task, text);
    tell(say('The draft is kept in this browser only.'));
  }
}

Storage.prototype.getItem = function (key) {
  const here = getItem.call(this, key);
  const draft = this === window.localStorage && here === null && KEY.exec(key);
  return draft ? fetched(draft[1], draft[2]) : here;
};

Storage.prototype.setItem = function (key, text) {
  setItem.call(this, key, text);
  const draft = this === window.localStorage && KEY.exec(key);
  if (draft) {
    kept = { task: draft[2], text };
    keeping = keep(draft[1], draft[2], text, key);
  }
};

function saveButton() {
  return [...document.querySelectorAll('.form-actions button[ng-click^="save("]')].find(
    button => button.offsetParent !== null && !button.disabled
  );
}

/** Who only reads a form has not begun with its task. */
function isChanged(form, answers) {
  const { initialData = {} } = form._getState();
  return Object.keys(answers).some(field => JSON.stringify(answers[field]) !== JSON.stringify(initialData[field]));
}

function autosave() {
  try {
    const task = openTask();
    const button = task && saveButton();
    // What somebody has not claimed is not theirs to type in.
    if (!button || document.querySelector('[ng-click="claim()"]')) {
      return;
    }
    if (!document.querySelector('.fjs-container')) {
      if (used === task) {
        used = null;
        button.click();
      }
      return;
    }
    // Not by the button: it would mark each empty field red while somebody still types.
    const form = camundaForm();
    const answers = form && form._getSubmitData();
    const text = answers && JSON.stringify(answers);
    if (text && (kept.task === task ? kept.text !== text : isChanged(form, answers))) {
      window.localStorage.setItem('camunda-form:' + task, text);
    }
  } catch (failed) {
    // A draft less must never cost the form.
    console.error(failed);
  }
}

/** For whoever leaves by the keyboard. @return when the server has what was typed */
export async function keepNow() {
  // A field hands over what was typed last when it is left.
  const field = document.activeElement;
  const typed = field && field.closest('.task-card') && field.closest(FORM) ? field : null;
  if (typed) {
    typed.blur();
    await new Promise(done => setTimeout(done));
  }
  autosave();
  await keeping;
  if (typed && typed.isConnected) {
    typed.focus({ preventScroll: true });
  }
}

setInterval(autosave, AUTOSAVE);
['input', 'change', 'click'].forEach(event =>
  window.addEventListener(
    event,
    ({ target, isTrusted }) => {
      // Not the click by which it is kept.
      if (isTrusted && target.closest && target.closest('.task-card form') && target.closest('input, select, textarea, button')) {
        used = openTask();
      }
    },
    true
  )
);
// Whoever leaves the form for another task, or the window, takes no words along.
document.addEventListener(
  'mousedown',
  event => {
    if (!event.target.closest || !event.target.closest(FORM)) {
      autosave();
    }
  },
  true
);
document.addEventListener('focusout', event => {
  // A field that is taken off the screen goes nowhere: by then another task may be open.
  const next = event.relatedTarget;
  if (next && event.target.closest(FORM) && event.target.closest('.task-card') && !next.closest(FORM)) {
    autosave();
  }
});
document.addEventListener('visibilitychange', () => document.hidden && autosave());
window.addEventListener('pagehide', autosave);

export default [];
