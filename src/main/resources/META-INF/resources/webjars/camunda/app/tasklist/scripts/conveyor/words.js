// The forms' own words (validation, search, calendar) are English in form-js, whatever the locale files say.
const WORDS = {
  ru: {
    'Field is required.': 'Заполните это поле.',
    'Field must be a valid email.': 'Нужен адрес электронной почты.',
    'Field must be a valid  international phone number. (e.g. +4930664040900)':
      'Нужен телефон в международном виде, например +4930664040900.',
    'Date and time must both be entered.': 'Введите и дату, и время.',
    'No results': 'Ничего не найдено',
    'Nothing to show.': 'Нет данных.',
    'Add new': 'Добавить',
    'Remove tag': 'Убрать',
    "External content couldn't be loaded.": 'Не удалось загрузить внешнее содержимое.',
    'hh:mm': 'чч:мм',
    'hh:mm ?m': 'чч:мм',
    'dd.mm.yyyy': 'дд.мм.гггг',
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
const PLACES = '.fjs-form';

// The calendar's months and weekdays, and the day that its weeks begin with, come from the browser.
function calendar(language) {
  const month = (style, index) => new Date(2024, index, 1).toLocaleDateString(language, { month: style });
  const weekday = (style, index) => new Date(2024, 0, 7 + index).toLocaleDateString(language, { weekday: style });
  const place = new Intl.Locale(language);
  const week = place.getWeekInfo ? place.getWeekInfo() : place.weekInfo;
  const all = (count, word) => Array.from({ length: count }, (nothing, index) => word(index));
  return {
    firstDayOfWeek: week ? week.firstDay % 7 : 1,
    weekdays: { shorthand: all(7, day => weekday('short', day)), longhand: all(7, day => weekday('long', day)) },
    months: { shorthand: all(12, index => month('short', index)), longhand: all(12, index => month('long', index)) }
  };
}

function translator(language) {
  const words = WORDS[language];
  return text => {
    const known = words[text];
    const pattern = PATTERNS[language].find(([english]) => english.test(text));
    return known || (pattern ? text.replace(pattern[0], pattern[1]) : text);
  };
}

function translate(root, say) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() || root; node && node.nodeType === Node.TEXT_NODE; node = walker.nextNode()) {
    const text = node.data.trim();
    const place = text && node.parentElement && node.parentElement.closest(PLACES);
    const said = place && say(text);
    if (said && said !== text) {
      node.data = node.data.replace(text, () => said);
    }
  }
  const fields = root.querySelectorAll ? root.querySelectorAll('.fjs-form input[placeholder]') : [];
  fields.forEach(field => {
    const said = say(field.placeholder);
    if (said !== field.placeholder) {
      field.placeholder = said;
    }
  });
}

// A field gets a calendar of its own whenever form-js draws it anew, and keeps it under this name.
function tellCalendars(words) {
  const calendars = new WeakMap();
  Object.defineProperty(HTMLElement.prototype, '_flatpickr', {
    configurable: true,
    get() {
      return calendars.get(this);
    },
    set(picker) {
      calendars.set(this, picker);
      if (picker) {
        picker.set('locale', words);
      }
    }
  });
}

try {
  tellCalendars(calendar(navigator.language));
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
