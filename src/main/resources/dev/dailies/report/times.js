'use strict';

// Moments by the clock of whoever looks, all in one form: Mon 30 Nov, 18:02 CET.

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});

/** The zone's letters where English has some, else its distance. */
function zoneAt(date) {
  const names = ['en-GB', 'en-US'].map((english) => new Intl.DateTimeFormat(english, { timeZoneName: 'short' })
    .formatToParts(date).find(({ type }) => type === 'timeZoneName').value);
  return names.find((name) => !/^GMT./.test(name)) ?? names[0];
}

/** The moment: its day and minute, exactly, or only the clock; the year if it is another. */
function tellTime(date, form = 'day') {
  const parts = Object.fromEntries(CLOCK.formatToParts(date).map(({ type, value }) => [type, value]));
  const clock = parts.hour + ':' + parts.minute + (form === 'exact' || form === 'second' ? ':' + parts.second : '');
  if (form === 'clock' || form === 'second') {
    return clock;
  }
  const year = date.getFullYear() === new Date().getFullYear() ? '' : ' ' + parts.year;
  return parts.weekday + ' ' + parts.day + ' ' + parts.month + year + ', ' + clock + ' ' + zoneAt(date);
}

for (const time of document.querySelectorAll('time')) {
  time.textContent = tellTime(new Date(time.dateTime), time.dataset.told);
}
