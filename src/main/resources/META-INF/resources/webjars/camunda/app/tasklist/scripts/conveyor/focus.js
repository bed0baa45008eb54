// The keyboard goes on in the form of the task that was opened, and Ctrl+Alt+F goes to its first field: Tasklist does
// the latter for the forms of its own kind alone.
import { onKey } from './ask.js';

const PATIENCE = 10000;
const FIELDS = 'input:not([type=hidden]), select, textarea';
let stop = () => {};

function shown(element) {
  return element.offsetParent !== null && !element.disabled && !element.readOnly;
}

function form() {
  return [...document.querySelectorAll('.task-card form')].find(one => shown(one) && one.querySelector(FIELDS));
}

/** Not its first field: a list would open, and what is to be read before it would scroll away. */
function take(place) {
  place.tabIndex = -1;
  place.classList.add('conveyor-form');
  place.focus({ preventScroll: true });
}

/** Once the next task has taken the place of the one before, unless somebody goes on elsewhere meanwhile. */
export function focusForm() {
  stop();
  const before = form();
  const look = () => {
    const place = form();
    if (place && place !== before) {
      stop();
      take(place);
    }
  };
  const watch = new MutationObserver(look);
  const patience = setTimeout(() => stop(), PATIENCE);
  stop = () => {
    stop = () => {};
    watch.disconnect();
    clearTimeout(patience);
    ['mousedown', 'keydown'].forEach(event => document.removeEventListener(event, elsewhere, true));
  };
  const elsewhere = () => stop();
  ['mousedown', 'keydown'].forEach(event => document.addEventListener(event, elsewhere, true));
  watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
}

onKey('KeyF', () => {
  const field = form() && [...form().querySelectorAll(FIELDS)].find(shown);
  if (field) {
    field.focus();
  }
});

export default [];
