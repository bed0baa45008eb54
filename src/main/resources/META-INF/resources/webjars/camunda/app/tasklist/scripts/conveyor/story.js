// A case as it is told in the tab of a task and to whoever looks it up.
import { element } from './ask.js';
import { say } from './texts.js';

function head(node, found) {
  const line = element('p', '', node);
  element('strong', found.company, line);
  element('span', ` · ${found.number}${found.stage ? ' · ' + found.stage : ''}`, line);
  element('p', `${say('Owner')}: ${found.owner || say('nobody')}`, node);
}

function papers(node, found) {
  if (found.length > 0) {
    const list = element('ul', '', node, { className: 'conveyor-papers' });
    // "download" keeps Tasklist open: its sandbox shows no PDF.
    found.forEach(paper => element('a', '↓ ' + paper.name, element('li', '', list), { href: paper.href, download: '' }));
  }
}

function entry(list, told) {
  const item = element('li', '', list);
  const when = new Date(told.at).toLocaleString(navigator.language, { dateStyle: 'short', timeStyle: 'short' });
  element('time', when, item, { dateTime: told.at });
  element('span', ` · ${told.station}${told.outcome ? ': ' : ''}`, item);
  if (told.outcome) {
    element('strong', told.outcome, item);
  }
  if (told.person) {
    element('span', ' · ' + told.person, item);
  }
  if (told.text) {
    element('div', told.text, item).style.whiteSpace = 'pre-line';
  }
}

export function tellCase(node, found) {
  head(node, found);
  if (!found.story) {
    element('p', say('Only its owner and heads of sales see more.'), node);
    return;
  }
  papers(node, found.papers || []);
  element('h4', say('What happened so far'), node);
  if (found.story.length === 0) {
    element('p', say('Nothing was done yet.'), node);
  }
  const list = element('ul', '', node, { className: 'conveyor-story' });
  found.story.forEach(told => entry(list, told));
}
