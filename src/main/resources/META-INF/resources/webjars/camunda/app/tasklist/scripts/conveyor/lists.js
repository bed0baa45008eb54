// The lists of answers in the forms of form-js, by the keyboard. A list of form-js hears a key only a while after it was
// drawn, on a slow machine long after: until then Enter is lost, or takes the answer that was marked before.
const LISTS = '.fjs-form-field-select, .fjs-form-field-taglist, .fjs-form-field-datetime';
const OPENS = ['ArrowDown', 'ArrowUp', ' '];

/** Takes the answer that is seen to be marked. */
function choose(event, field) {
  const marked = event.key === 'Enter' && field.querySelector('.fjs-dropdownlist-item.focused');
  if (marked) {
    marked.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
  }
  return Boolean(marked);
}

const tick = () => new Promise(done => setTimeout(done));

/** As if the field was left and found anew. Once may not do: for form-js a list that it has closed is open still. */
async function reopen(input, field) {
  for (let times = 0; times < 3 && !field.querySelector('.fjs-dropdownlist'); times++) {
    input.blur();
    await tick();
    if (!input.isConnected || document.activeElement !== document.body) {
      return;
    }
    input.focus({ preventScroll: true });
    await tick();
  }
}

/** A list that is closed opens again, for whoever wants another answer after all. */
function open(event, field) {
  const closed =
    OPENS.includes(event.key) && event.target.matches('.fjs-select-hidden-input') && !field.querySelector('.fjs-dropdownlist');
  if (closed) {
    reopen(event.target, field);
  }
  return Boolean(closed);
}

// Of the window, before form-js and Tasklist.
window.addEventListener(
  'keydown',
  event => {
    const field = event.target.closest && event.target.closest(LISTS);
    if (field && !event.ctrlKey && !event.altKey && !event.metaKey && (choose(event, field) || open(event, field))) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  },
  true
);

export default [];
