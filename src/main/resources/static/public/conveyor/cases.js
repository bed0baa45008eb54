// Ended cases and the way that each took; failed steps by cause.
import { draw, trace } from './diagram.js';
import { ask, element, moment, number, span, table } from './figures.js';
import { say } from './words.js';

async function way(place, number_) {
  place.textContent = '';
  let parts;
  try {
    parts = await ask(`/api/conveyor/path?case=${encodeURIComponent(number_)}`);
  } catch (problem) {
    element('p', problem.status === 404 ? say('The engine does not remember the way of this case any more.') : problem.message, place);
    return;
  }
  element('h3', say('The way of {0}', number_), place);
  const tabs = element('div', '', place, { className: 'cv-switch' });
  const paper = element('div', '', place, { className: 'cv-diagram' });
  const buttons = parts.map(part => {
    const button = element('button', part.name, tabs, { type: 'button' });
    button.addEventListener('click', async () => {
      buttons.forEach(one => one.classList.toggle('cv-on', one === button));
      const viewer = await draw(paper, { definition: part.definition });
      if (viewer) {
        trace(viewer, part);
      }
    });
    return button;
  });
  buttons[0].click();
  place.scrollIntoView({ behavior: 'smooth' });
}

export function cases(place) {
  const form = element('form', '', place, { className: 'cv-search' });
  const asked = element('label', '', form);
  const words = element('span', `${say('Company or number')} `, asked);
  const text = element('input', '', asked, { type: 'search', maxLength: 200 });
  const outcome = element('select', '', element('label', `${say('End')} `, form));
  element('option', say('all'), outcome, { value: '' });
  element('button', say('Search'), form);
  const list = element('div', '', place);
  const path = element('div', '', place);
  const load = async () => {
    list.textContent = '';
    path.textContent = '';
    try {
      const found = await ask(`/api/conveyor/cases?${new URLSearchParams({ q: text.value, outcome: outcome.value })}`);
      if (!found.clients) {
        words.textContent = `${say('Case number')} `;
      }
      if (outcome.options.length === 1) {
        found.outcomes.forEach(one => element('option', say(one), outcome, { value: one }));
      }
      if (found.cases.length === 0) {
        element('p', say('No ended case fits.'), list);
        return;
      }
      table(
        list,
        [[say('Case')], ...(found.clients ? [[say('Company')], [say('Owner')]] : []), [say('End')], [say('Found')], [say('Closed')], [say('Took'), 1]],
        found.cases.map(one => {
          const open = element('button', one.number, null, { type: 'button', className: 'cv-link' });
          open.addEventListener('click', () => way(path, one.number));
          const client = found.clients ? [one.company, one.owner || ''] : [];
          return [open, ...client, say(one.outcome), moment(one.found), moment(one.closed), span((new Date(one.closed) - new Date(one.found)) / 1000)];
        })
      );
      if (found.more) {
        element('p', say('There are more; the last ones are shown.'), list);
      }
    } catch (problem) {
      element('p', problem.message, list);
    }
  };
  form.addEventListener('submit', event => {
    event.preventDefault();
    load();
  });
  load();
}

export async function incidents(place, token) {
  place.textContent = '';
  const { groups, retried } = await ask('/api/conveyor/incidents');
  if (groups.length === 0) {
    element('p', say('No step has failed.'), place);
  } else {
    table(
      place,
      [[say('Step')], [say('Cause')], [say('Cases'), 1], [say('First')], ['']],
      groups.map(group => {
        const button = element('button', say('Run all again'), null, { type: 'button', disabled: group.retriable === 0 });
        button.addEventListener('click', async () => {
          button.disabled = true;
          const answer = await fetch('/api/conveyor/incidents/retry', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token },
            body: JSON.stringify({ process: group.process, step: group.step, cause: group.cause })
          });
          const said = await answer.json().catch(() => ({}));
          button.textContent = answer.ok ? say('{0} run again', number(said.jobs)) : said.message || say('That did not work; please try again.');
        });
        return [group.stepName, group.cause || say('without a message'), number(group.count), moment(group.oldest), button];
      })
    );
  }
  if (retried.length > 0) {
    element('h3', say('Run again by'), place);
    table(
      place,
      [[say('When')], [say('Who')], [say('Step')], [say('Steps'), 1], [say('Cause')]],
      retried.map(one => [moment(one.retried), one.retriedBy, one.step, number(one.jobs), one.cause])
    );
  }
}
