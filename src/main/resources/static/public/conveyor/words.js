// The words of the page "Conveyor", by the language of the browser; the English text is the key.
const ENDS = {
  en: {
    SERVED: 'Served', LOST: 'Lost', CLIENT_LOST: 'Client lost', DROPPED: 'Dropped', DUPLICATE: 'Duplicate', SUPPRESSED: 'Suppressed',
    UNREACHABLE: 'Unreachable', LEAD_CANCELLED: 'Lead cancelled', SALE_SUPPRESSED: 'Suppressed in the sale', SALE_CANCELLED: 'Sale cancelled',
    ORDER_CANCELLED: 'Order cancelled', LOGGED_TO_CASE: 'Logged to the case that runs'
  },
  ru: {
    SERVED: 'Обслужен', LOST: 'Проигран', CLIENT_LOST: 'Клиент потерян', DROPPED: 'Отсеян', DUPLICATE: 'Дубль', SUPPRESSED: 'Контакт запрещён',
    UNREACHABLE: 'Не дозвонились', LEAD_CANCELLED: 'Лид отменён', SALE_SUPPRESSED: 'Контакт запрещён при продаже', SALE_CANCELLED: 'Продажа отменена',
    ORDER_CANCELLED: 'Заказ отменён', LOGGED_TO_CASE: 'Записан в дело, которое идёт'
  }
};

export const DEFINITIONS = [
  ['Work (touch time)', 'From the moment somebody takes a task to its completion, without the time away: nights and closed days, and other tasks that the same person completed meanwhile. A task that belongs to somebody from the start counts from when that person began it, else from the end of the own task before.'],
  ['Waiting', 'All other time from the moment a task could be done to its completion; nights and weekends count. A meeting can be done from its hour on, everything else at once. A call that nobody took in the client’s calling hours is offered anew on the next day and counts from then.'],
  ['Median, nine of ten', 'Half of the tasks took at most the median; nine of ten took at most the other figure (the 90th percentile).'],
  ['Bottleneck', 'The station with the highest product of two figures: its share of all the time that cases stood at stations of the belt in the period, and how many tasks came in for each that left, counted as one when it is less. Above one, the queue grows. Of negotiations only the time past their due date counts: until then the client thinks.'],
  ['What to do', 'Those who work there are called busy when they were at tasks, at all their stations, for 70 % of an eight-hour day or more, on the days on which they completed something, as far as these lie in the period. People needed: what came in, times the mean work, divided by the working days at eight hours of which 80 % can be planned.'],
  ['Sent back', 'The share of the tasks done that sent the case back: a wrong number or person, a returned lead or request, a refused discount, a proposal to be revised.'],
  ['Late', 'The share of the tasks done with a due date that were done after it; a meeting more than a day after its hour. Overdue now: open and past the due date.'],
  ['Funnel', 'Cases found in the period, and how far each has come until now, whenever that was. A case that reached a step is counted at each step before it. Cases that were found lately still have their way before them. Repeat orders enter at stage 2 and have a row of their own; doubles of a running case are left out. By script, role and person: the cases that this script was read to, that this role or person completed a task of.'],
  ['Cycle time', 'From the moment a case was found to its end, of the cases that ended in the period.'],
  ['Little’s law', 'What stands somewhere on average is what comes in times how long it stays. Where the two figures differ much, the records are not of a steady time: work still piles up, or old work was cleared; or the period is shorter than the stay.'],
  ['Work and waiting of a stage', 'The sums of each case over its tasks done there in the period; shown is the median of the cases.']
];

const WORDS = {
  ru: {
    Hour: 'Час', Day: 'День', Week: 'Неделя', '30 days': '30 дней', '90 days': '90 дней', Year: 'Год', 'From day': 'С дня', 'To day': 'По день', Show: 'Показать',
    'Colour by': 'Цвет:', Waiting: 'Ожидание', Work: 'Работа', Done: 'Сделано', 'Stands here now': 'Стоит сейчас', 'Counting …': 'Считаем…',
    '{0} s': '{0} с', '{0} min': '{0} мин', '{0} h': '{0} ч', '{0} days': '{0} дн.', '{0} now': 'сейчас {0}',
    'no case in this time': 'за это время дел нет', '{0} cases: waited {1}, worked on {2}': 'дел {0}: ожидание {1}, работа {2}',
    'oldest since': 'старейшая с', 'half are older than {0}': 'половина старше, чем {0}', 'What to do': 'Что делать',
    'Of what was found from {0} to {1}, how far it came until now': 'Что найдено с {0} по {1} и докуда дошло на сегодня',
    'All without repeat orders': 'Все, кроме повторных заказов',
    Found: 'Найдено', 'Spoken to': 'Поговорили', 'Handed to a manager': 'Передано менеджеру', Accepted: 'Принято', 'Proposal sent': 'Предложение отправлено', Won: 'Выиграно', Served: 'Обслужено',
    '{0} of the step before': '{0} от прошлого шага',
    'Cycle time, found to closed': 'Срок дела от находки до закрытия', 'median of {0} ended cases; nine of ten took at most {1}': 'медиана по закрытым делам ({0}); девять из десяти — не дольше {1}',
    'Promises broken': 'Срок нарушен', 'of {0} tasks with a due date; {1} are overdue now': 'из задач со сроком ({0}); просрочено сейчас: {1}',
    'Stands at stations now': 'Стоит на станциях сейчас', '{0} of them taken by nobody': 'из них никем не взято: {0}',
    'Check by Little’s law': 'Проверка по закону Литтла', '{0} cases ran on average; {1} a day for {2} each make {3}': 'в среднем шло дел: {0}; по {1} в день на {2} дают {3}',
    Station: 'Станция', Role: 'Роль', 'Came in': 'Пришло', 'Waiting: median': 'Ожидание: медиана', 'nine of ten': 'девять из десяти', 'Work: median': 'Работа: медиана',
    'Sent back': 'Возвращено', Late: 'Поздно', 'Stands now': 'Стоит сейчас', 'Oldest since': 'Старейшая с', 'Half are older than': 'Половина старше', 'Stood on average': 'Стояло в среднем', 'by Little’s law': 'по закону Литтла',
    'Cycle time by how cases ended': 'Срок дела по исходу', End: 'Исход', Cases: 'Дела', Median: 'Медиана',
    'Why this bottleneck': 'Почему узкое место здесь', 'Share of standing time': 'Доля времени стояния', 'Came in for each that left': 'Пришло на одну ушедшую', Product: 'Произведение',
    Channel: 'Канал', 'Call script': 'Сценарий звонка', Person: 'Сотрудник', 'Told apart by': 'Разделить по', 'Won of found': 'Выиграно из найденных',
    'Figures about people are for heads of sales and administrators.': 'Показатели по сотрудникам доступны руководителям продаж и администраторам.',
    'Figures by station': 'Показатели по станциям', 'Funnel by channel, script, role and person': 'Воронка по каналу, сценарию, роли и сотруднику',
    'The models with their heat': 'Схемы процессов с тепловой картой', 'The whole belt': 'Весь конвейер', 'Ended cases and their way': 'Завершённые дела и их путь', 'Failed steps by cause': 'Сбои по причинам',
    'What the words mean': 'Что значат эти слова', 'The engine does not remember the way of this case any more.': 'Движок уже не хранит путь этого дела.', 'The way of {0}': 'Путь дела {0}',
    'Company or number': 'Компания или номер', 'Case number': 'Номер дела', all: 'все', Search: 'Найти', 'No ended case fits.': 'Таких завершённых дел нет.', Case: 'Дело', Company: 'Компания', Owner: 'Владелец', Closed: 'Закрыто', Took: 'Длилось',
    'There are more; the last ones are shown.': 'Есть ещё; показаны последние.', 'No step has failed.': 'Сбоев нет.', 'without a message': 'без сообщения', Step: 'Шаг', Cause: 'Причина', First: 'Первый', 'Run all again': 'Повторить все',
    '{0} run again': 'повторяется: {0}', 'Run again by': 'Кто повторял', When: 'Когда', Who: 'Кто', Steps: 'Шаги', 'That did not work; please try again.': 'Не получилось; попробуйте ещё раз.',
    Conveyor: 'Конвейер', Heat: 'Тепловая карта', off: 'выключена', '(30 days)': '(30 дней)',
    'Work (touch time)': 'Работа', 'Median, nine of ten': 'Медиана, девять из десяти', Bottleneck: 'Узкое место', Funnel: 'Воронка', 'Cycle time': 'Срок дела', 'Little’s law': 'Закон Литтла', 'Work and waiting of a stage': 'Работа и ожидание этапа',
    [DEFINITIONS[0][1]]: 'От взятия задачи до её завершения за вычетом отсутствия: ночей и нерабочих дней и других задач, которые тот же сотрудник за это время завершил. Задача, у которой владелец есть с самого начала, считается с момента, когда он её начал, а если это не известно — с конца его предыдущей задачи.',
    [DEFINITIONS[1][1]]: 'Всё остальное время с момента, когда задачу можно было делать, до её завершения; ночи и выходные входят. Встречу можно проводить с её часа, всё остальное — сразу. Звонок, который никто не взял в часы, когда клиенту можно звонить, предлагается заново на следующий день и считается с этого момента.',
    [DEFINITIONS[2][1]]: 'Половина задач заняла не больше медианы; девять из десяти — не больше второго числа (90-й перцентиль).',
    [DEFINITIONS[3][1]]: 'Станция с наибольшим произведением двух чисел: её доли во всём времени, которое дела простояли на станциях конвейера за период, и числа пришедших задач на одну ушедшую (меньше единицы считается единицей). Если второе больше единицы, очередь растёт. От переговоров считается только время после срока: до него думает клиент.',
    [DEFINITIONS[4][1]]: 'Сотрудники считаются занятыми, если в дни, когда они что-то завершали (в той части, что входит в период), они были за задачами на всех своих станциях не меньше 70 % восьмичасового дня. Сколько нужно людей: пришедшее, умноженное на среднюю работу и делённое на рабочие дни по восемь часов, из которых планировать можно 80 %.',
    [DEFINITIONS[5][1]]: 'Доля сделанных задач, которые вернули дело назад: неверный номер или не тот человек, возвращённый лид или запрос, отклонённая скидка, предложение на доработку.',
    [DEFINITIONS[6][1]]: 'Доля сделанных задач со сроком, которые сделаны позже срока; встреча — больше чем через день после её часа. Просрочено сейчас: открыто, а срок прошёл.',
    [DEFINITIONS[7][1]]: 'Дела, найденные за период, и докуда каждое дошло на сегодня, когда бы это ни случилось. Дело, дошедшее до шага, входит и во все шаги перед ним. У недавно найденных дел путь ещё впереди. Повторные заказы входят сразу на второй этап и стоят отдельной строкой; дубли идущих дел не считаются. По сценарию, роли и сотруднику: дела, в которых звучал этот сценарий, в которых эта роль или этот сотрудник завершили задачу.',
    [DEFINITIONS[8][1]]: 'От момента, когда дело найдено, до его конца — по делам, которые завершились за период.',
    [DEFINITIONS[9][1]]: 'В среднем где-то стоит столько, сколько приходит, умноженное на то, сколько оно там проводит. Если два числа сильно расходятся, время было неровным: работа копится, или разобрали старое, или период короче пребывания.',
    [DEFINITIONS[10][1]]: 'Суммы каждого дела по задачам, сделанным на этапе за период; показана медиана по делам.'
  }
};

const spoken = (navigator.language || 'en').slice(0, 2);
const words = { ...ENDS[spoken in ENDS ? spoken : 'en'], ...(WORDS[spoken] || {}) };

export const say = (english, ...values) => (words[english] || english).replace(/\{(\d)\}/g, (place, i) => values[i] ?? place);
