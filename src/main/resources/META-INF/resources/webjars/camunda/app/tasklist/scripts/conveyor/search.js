// The field in the bar: finds companies, cases and invoices, and opens what happened to them.
import { ask, element, onKey, told } from './ask.js';
import { tellCase } from './story.js';
import { say } from './texts.js';

const PAUSE = 250;
let asked = 0;

function dialogue() {
  const shade = element('div', '', document.body, { className: 'conveyor-shade' });
  const box = element('div', '', shade, { className: 'conveyor-dialogue', tabIndex: -1 });
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-modal', 'true');
  box.setAttribute('aria-label', say('Case'));
  const back = document.activeElement;
  const close = () => {
    shade.remove();
    if (back) {
      back.focus();
    }
  };
  shade.addEventListener('mousedown', event => event.target === shade && close());
  box.addEventListener('keydown', event => event.key === 'Escape' && close());
  element('button', '×', box, { type: 'button', className: 'conveyor-close', title: say('Close') }).addEventListener('click', close);
  box.focus();
  return element('div', '', box);
}

async function open(number) {
  const node = dialogue();
  try {
    tellCase(node, await told(await ask('/api/cases/' + encodeURIComponent(number))));
  } catch (failed) {
    element('p', failed.message, node);
  }
}

function result(list, title, more, number) {
  const button = element('button', '', element('li', '', list), { type: 'button' });
  element('strong', title, button);
  element('span', more.filter(Boolean).map(part => ' · ' + part).join(''), button);
  button.addEventListener('click', () => {
    list.parentElement.hidden = true;
    open(number);
  });
}

function show(panel, found) {
  panel.textContent = '';
  const list = element('ul', '', panel);
  found.companies.forEach(company => {
    element('li', [company.name, company.place, company.number].filter(Boolean).join(' · '), list, { className: 'company' });
    company.cases.forEach(one => result(list, one.number, [one.stage, one.owner], one.number));
  });
  if (found.invoices.length > 0) {
    element('li', say('Invoices'), list, { className: 'company' });
  }
  found.invoices.forEach(paper => result(list, paper.number, [paper.company, paper.amount, paper.due], paper.caseNumber));
  if (found.more) {
    element('p', say('There is more; please type more of it.'), panel);
  } else if (found.companies.length + found.invoices.length === 0) {
    element('p', say('Nothing found.'), panel);
  }
  panel.hidden = false;
}

async function find(text, panel) {
  const mine = ++asked;
  if (text.length < 2) {
    panel.hidden = true;
    return;
  }
  let found = null;
  try {
    found = await told(await ask('/api/search?q=' + encodeURIComponent(text)));
  } catch (failed) {
    panel.textContent = failed.message;
  }
  if (mine === asked) {
    if (found) {
      show(panel, found);
    }
    panel.hidden = false;
  }
}

onKey('KeyS', () => {
  const field = document.querySelector('.conveyor-search input');
  if (field) {
    field.focus();
    field.select();
  }
});

export default [
  {
    id: 'conveyor-search',
    pluginPoint: 'tasklist.navbar.action',
    priority: 1100,
    render: node => {
      const box = element('div', '', node, { className: 'conveyor-search' });
      const field = element('input', '', box, {
        type: 'search',
        maxLength: 100,
        placeholder: say('Company, case, invoice, phone'),
        title: 'Ctrl+Alt+S',
        autocomplete: 'off'
      });
      field.setAttribute('aria-label', say('Search'));
      const panel = element('div', '', box, { className: 'conveyor-found', hidden: true });
      let pause = 0;
      field.addEventListener('input', () => {
        clearTimeout(pause);
        pause = setTimeout(() => find(field.value.trim(), panel), PAUSE);
      });
      field.addEventListener('focus', () => {
        panel.hidden = !panel.hasChildNodes() || field.value.trim().length < 2;
      });
      box.addEventListener('keydown', event => {
        if (event.key === 'Escape') {
          panel.hidden = true;
          field.focus();
        } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          const stops = [field, ...panel.querySelectorAll('button')];
          const next = stops.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
          (stops[next] || field).focus();
          event.preventDefault();
        }
      });
      document.addEventListener('mousedown', event => {
        if (!box.contains(event.target)) {
          panel.hidden = true;
        }
      });
    }
  }
];
