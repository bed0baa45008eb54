// The forms' own words (validation, search, calendar) are English in form-js, whatever the locale files say.
const WORDS = {
  ru: {
    'Field is required.': 'Заполните это поле.',
    'Field must be a valid email.': 'Нужен адрес электронной почты.',
    'Field must be a valid  international phone number. (e.g. +4930664040900)':
      'Нужен телефон в международном виде, например +4930664040900.',
    'Date and time must both be entered.': 'Введите и дату, и время.',
    'No results': 'Ничего не найдено',
    Search: 'Поиск',
    Select: 'Выберите',
    Clear: 'Очистить'
  }
};
const PATTERNS = {
  ru: [
    [/^Field must have minimum value of (.+)\.$/, 'Не меньше $1.'],
    [/^Field must have maximum value of (.+)\.$/, 'Не больше $1.'],
    [/^Field must have minimum length of (.+)\.$/, 'Символов не меньше $1.'],
    [/^Field must have maximum length of (.+)\.$/, 'Символов не больше $1.'],
    [/^Field must match pattern .+$/, 'Значение имеет неверный вид.']
  ]
};
const PLACES = '.fjs-form, .flatpickr-calendar';

// The calendar's months and weekdays come from the browser.
function calendar(language) {
  const words = {};
  for (let month = 0; month < 12; month++) {
    const day = new Date(2024, month, 1);
    words[day.toLocaleDateString('en', { month: 'long' })] = day.toLocaleDateString(language, { month: 'long' });
  }
  for (let weekday = 1; weekday <= 7; weekday++) {
    const day = new Date(2024, 0, weekday);
    words[day.toLocaleDateString('en', { weekday: 'short' })] = day.toLocaleDateString(language, { weekday: 'short' });
  }
  return words;
}

function translator(language) {
  const words = WORDS[language];
  const days = calendar(language);
  return (text, inCalendar) => {
    const known = words[text] || (inCalendar && days[text]);
    const pattern = PATTERNS[language].find(([english]) => english.test(text));
    return known || (pattern ? text.replace(pattern[0], pattern[1]) : text);
  };
}

function translate(root, say) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() || root; node && node.nodeType === Node.TEXT_NODE; node = walker.nextNode()) {
    const text = node.data.trim();
    const place = text && node.parentElement && node.parentElement.closest(PLACES);
    const said = place && say(text, place.matches('.flatpickr-calendar'));
    if (said && said !== text) {
      node.data = node.data.replace(text, () => said);
    }
  }
  const fields = root.querySelectorAll ? root.querySelectorAll('.fjs-form input[placeholder]') : [];
  fields.forEach(field => {
    const said = say(field.placeholder, false);
    if (said !== field.placeholder) {
      field.placeholder = said;
    }
  });
}

try {
  const language = navigator.language.split('-')[0];
  if (WORDS[language]) {
    const say = translator(language);
    new MutationObserver(changes => {
      try {
        changes.forEach(change => translate(change.target, say));
      } catch (e) {
        console.error(e);
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  }
} catch (e) {
  // A word less must never cost the page.
  console.error(e);
}

export default [];
