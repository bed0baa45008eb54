// The tab "Case" of a task: what happened, and for its owner and heads of sales two ways to end it.
import { ask, element } from './ask.js';
import { tellCase } from './story.js';
import { say } from './texts.js';

const SCOPES = { COMPANY: 'All contact', PHONE: 'Calls', MAIL: 'Letters by mail', MARKETING: 'Mailings alone' };

async function send(path, body) {
  const answer = await ask(path, 'POST', JSON.stringify(body));
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

async function show(node, taskId) {
  const answer = await ask(`/api/tasks/${encodeURIComponent(taskId)}/case`);
  if (!answer.ok) {
    element('p', say('This task belongs to no case.'), node);
    return;
  }
  const found = await answer.json();
  tellCase(node, found);
  if (found.mayDecide) {
    const path = '/api/cases/' + encodeURIComponent(found.number);
    decision(node, say('Cancel the case'), null, 'The case is cancelled.', reason =>
      send(path + '/cancel', { reason }));
    decision(node, say('Forbid contact'), SCOPES, 'Contact is forbidden.', (reason, scope) =>
      send(path + '/forbid-contact', { reason, scope }));
  }
}

export default [
  {
    id: 'conveyor-case',
    pluginPoint: 'tasklist.task.detail',
    priority: 1,
    properties: { label: say('Case') },
    render: (node, { taskId }) => {
      show(node, taskId).catch(() => {
        node.textContent = say('That did not work; please try again.');
      });
    }
  }
];
