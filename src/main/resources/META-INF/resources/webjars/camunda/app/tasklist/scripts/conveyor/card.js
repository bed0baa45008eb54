// What each card of the list, and the open task, is about. All cards of a page are asked for at once.
import { ask, element, openTask } from './ask.js';
import { say } from './texts.js';

const FRESH = 60000;
const seen = new Map();
let waiting = new Map();

async function fetchAll(batch) {
  let cards = {};
  try {
    const ids = [...batch.keys()].map(id => 'id=' + encodeURIComponent(id)).join('&');
    const answer = await ask('/api/tasks/cards?' + ids);
    cards = answer.ok ? await answer.json() : {};
  } catch (failed) {
    console.error(failed);
  }
  batch.forEach((resolve, id) => resolve(cards[id] || null));
}

function cardOf(id) {
  const known = seen.get(id);
  if (known && Date.now() - known.at < FRESH) {
    return known.card;
  }
  const card = new Promise(resolve => {
    if (waiting.size === 0) {
      setTimeout(() => {
        const batch = waiting;
        waiting = new Map();
        fetchAll(batch);
      }, 30);
    }
    waiting.set(id, resolve);
  });
  seen.set(id, { at: Date.now(), card });
  return card;
}

function due(card) {
  const day = new Date(card.due);
  const soon = Math.abs(day - Date.now()) < 20 * 3600000;
  return day.toLocaleString(navigator.language, soon ? { timeStyle: 'short' } : { dateStyle: 'short', timeStyle: 'short' });
}

function draw(node, card) {
  element('div', `${card.company} · ${card.number}`, node, { className: 'conveyor-card' });
  const facts = element('div', '', node, { className: 'conveyor-facts' });
  (card.facts || []).forEach(fact => element('span', fact, facts));
  if (card.due) {
    const late = new Date(card.due) < Date.now();
    element('span', say(late ? 'overdue since {0}' : 'due {0}').replace('{0}', due(card)), facts, { className: late ? 'late' : '' });
  }
}

/** The name of a task is the same in every case: its heading says whose case this one is. */
async function head() {
  const heading = document.querySelector('.task-card h2.task');
  const task = openTask();
  if (!heading || !task) {
    return;
  }
  const card = await cardOf(task);
  const text = card && card.company && task === openTask() ? '· ' + card.company : '';
  const shown = heading.querySelector('.conveyor-company') || element('span', '', heading, { className: 'conveyor-company' });
  if (shown.textContent !== text) {
    shown.textContent = text;
  }
}

let drawing = 0;
new MutationObserver(() => {
  cancelAnimationFrame(drawing);
  drawing = requestAnimationFrame(() => head().catch(failed => console.error(failed)));
}).observe(document.body, { childList: true, characterData: true, subtree: true });

export default [
  {
    id: 'conveyor-card',
    pluginPoint: 'tasklist.card',
    priority: 10,
    render: async (node, { taskId }) => {
      const card = await cardOf(taskId);
      if (card && card.company) {
        draw(node, card);
      }
    }
  }
];
