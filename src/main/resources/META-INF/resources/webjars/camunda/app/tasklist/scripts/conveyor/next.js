// The button "Next task": the server chooses and claims it, Tasklist opens it.
import { ask, element, onKey, openTask, told } from './ask.js';
import { keepNow } from './drafts.js';
import { focusForm } from './focus.js';
import { say } from './texts.js';

const SHOWN_FOR = 20000;
let pulling = false;
let hiding = 0;

function hint() {
  return document.querySelector('.conveyor-hint') || element('div', '', document.body, { className: 'conveyor-hint', role: 'status' });
}

function tell(sentence) {
  const shown = hint();
  shown.setAttribute('role', 'status');
  shown.textContent = sentence;
  shown.classList.add('shown');
  clearTimeout(hiding);
  hiding = setTimeout(() => shown.classList.remove('shown'), SHOWN_FOR);
}

function hush() {
  hint().classList.remove('shown');
}

/** Whoever asks for the next task wants another than the one on the screen. */
function leaving() {
  return (document.querySelector('.form-actions') && openTask()) || null;
}

async function pull() {
  if (pulling) {
    return;
  }
  pulling = true;
  hush();
  const shown = openTask();
  try {
    // First: a draft that came after the task is left would begin it again.
    await keepNow();
    const next = await told(await ask('/api/tasks/next', 'POST', JSON.stringify({ leaving: leaving() })));
    if (next.task) {
      if (next.task !== shown) {
        focusForm();
      }
      window.location.hash = '#/?task=' + encodeURIComponent(next.task);
      tell([next.name, next.company].filter(Boolean).join(' · '));
    } else {
      tell(next.text || say('Nothing waits for you now.'));
    }
  } catch (failed) {
    tell(failed.message);
  } finally {
    pulling = false;
  }
}

onKey('KeyN', () => document.querySelector('.conveyor-next') && pull());

export default [
  {
    id: 'conveyor-next',
    pluginPoint: 'tasklist.navbar.action',
    priority: 1000,
    render: node => {
      const button = element('button', '▶ ' + say('Next task'), node, { type: 'button', className: 'conveyor-next', title: 'Ctrl+Alt+N' });
      button.addEventListener('click', pull);
    }
  }
];
