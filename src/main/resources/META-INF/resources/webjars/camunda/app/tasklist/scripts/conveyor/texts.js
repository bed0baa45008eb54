// The words of our additions to Tasklist, by the language of the browser; the English text is the key.
const WORDS = {
  ru: {
    Case: 'Дело',
    'This task belongs to no case.': 'Эта задача не относится к делу.',
    'Nothing was done yet.': 'Пока ничего не сделано.',
    Owner: 'Владелец',
    nobody: 'никто',
    'Cancel the case': 'Отменить дело',
    'Forbid contact': 'Запретить контакт',
    Reason: 'Причина',
    'What is forbidden': 'Что запрещено',
    'All contact': 'Любой контакт',
    'Calls': 'Звонки',
    'Letters by mail': 'Письма',
    'Mailings alone': 'Только рассылки',
    'Please enter the reason.': 'Укажите причину.',
    Back: 'Назад',
    'The case is cancelled.': 'Дело отменено.',
    'Contact is forbidden.': 'Контакт запрещён.',
    'That did not work; please try again.': 'Не получилось; попробуйте ещё раз.'
  }
};

const words = WORDS[(navigator.language || 'en').slice(0, 2)] || {};

export const say = english => words[english] || english;
