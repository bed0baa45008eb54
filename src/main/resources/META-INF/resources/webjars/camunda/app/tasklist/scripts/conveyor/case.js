// The tab "Case" of a task: what happened, and for its owner and heads of sales two ways to end it.
import { say } from './texts.js';

const SCOPES = { COMPANY: 'All contact', PHONE: 'Calls', MAIL: 'Letters by mail', MARKETING: 'Mailings alone' };

function element(tag, text, parent, more) {
  const made = Object.assign(document.createElement(tag), { textContent: text || '' }, more);
  parent.appendChild(made);
  return made;
}

function head(node, found) {
  const line = element('p', '', node);
  element('strong', found.company, line);
  element('span', ` · ${found.number}${found.stage ? ' · ' + found.stage : ''}`, line);
  element('p', `${say('Owner')}: ${found.owner || say('nobody')}`, node);
}

function story(node, entries) {
  if (entries.length === 0) {
    element('p', say('Nothing was done yet.'), node);
  }
  const list = element('ul', '', node);
  for (const entry of entries) {
    const item = element('li', '', list);
    const when = new Date(entry.at).toLocaleString(navigator.language, { dateStyle: 'short', timeStyle: 'short' });
    element('span', `${when} · ${entry.station}${entry.person ? ' · ' + entry.person : ''}`, item);
    if (entry.text) {
      element('div', entry.text, item).style.whiteSpace = 'pre-line';
    }
  }
}

async function send(api, path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': api.CSRFToken, 'Accept-Language': navigator.language },
    body: JSON.stringify(body)
  });
  return answer.ok ? null : (await answer.json().catch(() => ({}))).message || say('That did not work; please try again.');
}

// No confirm(): the sandbox of Tasklist ignores it. The reason and a second button stand in for it.
function decision(node, title, scopes, done, decide) {
  const box = element('div', '', node, { className: 'conveyor-decision' });
  const open = element('button', title, box, { type: 'button', className: 'btn btn-default' });
  const form = element('form', '', box, { hidden: true });
  let scope = null;
  if (scopes) {
    scope = element('select', '', element('label', say('What is forbidden') + ' ', form), { className: 'form-control' });
    Object.entries(scopes).forEach(([value, label]) => element('option', say(label), scope, { value }));
  }
  const reason = element('textarea', '', element('label', say('Reason') + ' ', form), { className: 'form-control', maxLength: 2000, rows: 2 });
  const said = element('p', '', form);
  said.setAttribute('role', 'status');
  element('button', title, form, { type: 'submit', className: 'btn btn-danger' });
  const back = element('button', say('Back'), form, { type: 'button', className: 'btn btn-default' });
  const toggle = shown => {
    form.hidden = !shown;
    open.hidden = shown;
  };
  open.addEventListener('click', () => toggle(true));
  back.addEventListener('click', () => toggle(false));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (!reason.value.trim()) {
      said.textContent = say('Please enter the reason.');
      return;
    }
    try {
      const problem = await decide(reason.value, scope && scope.value);
      if (problem) {
        said.textContent = problem;
      } else {
        box.textContent = say(done);
      }
    } catch (failed) {
      said.textContent = say('That did not work; please try again.');
    }
  });
}

async function show(node, api, taskId) {
  const answer = await fetch(`/api/tasks/${encodeURIComponent(taskId)}/case`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    element('p', say('This task belongs to no case.'), node);
    return;
  }
  const found = await answer.json();
  head(node, found);
  story(node, found.story);
  if (found.mayDecide) {
    const path = '/api/cases/' + encodeURIComponent(found.number);
    decision(node, say('Cancel the case'), null, 'The case is cancelled.', reason =>
      send(api, path + '/cancel', { reason }));
    decision(node, say('Forbid contact'), SCOPES, 'Contact is forbidden.', (reason, scope) =>
      send(api, path + '/forbid-contact', { reason, scope }));
  }
}

export default [
  {
    id: 'conveyor-case',
    pluginPoint: 'tasklist.task.detail',
    priority: 1,
    properties: { label: say('Case') },
    render: (node, { api, taskId }) => {
      show(node, api, taskId).catch(() => {
        node.textContent = say('That did not work; please try again.');
      });
    }
  }
];
