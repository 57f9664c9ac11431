// Days and the marks of an axis. Days are Julian day numbers, the calendar is proleptic Gregorian,
// as everywhere in the program.

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

// The year, month and day of a Julian day number.
function civil(julian) {
  const days = Math.floor(julian) - 1721120;
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524)
      - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

// The Julian day number of the first of a month; months count on over the years' ends.
function firstOfMonth(monthsSinceZero) {
  const year = Math.floor(monthsSinceZero / 12);
  const month = monthsSinceZero - year * 12 + 1;
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5);
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
    + dayOfYear + 1721120;
}

function yearText(year) {
  return year > 0 ? String(year) : `${1 - year} BCE`;
}

// Round dates in a view with their labels, at most that many.
function ticks(view, most) {
  const days = view.last - view.first;
  const marks = [];
  for (const step of [1, 2, 7, 14]) {
    if (days / step > most || days > 62) continue;
    for (let day = Math.ceil(view.first); day < view.last; day += step) {
      const date = civil(day);
      marks.push({ day, label: `${date.day} ${MONTHS[date.month - 1]}`, year: date.year });
    }
    return withYear(marks);
  }
  for (const step of [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 60000]) {
    if (days / (step * 30.4) > most) continue;
    const start = civil(view.first);
    let month = Math.floor((start.year * 12 + start.month - 1) / step) * step;
    for (let day = firstOfMonth(month); day < view.last; day = firstOfMonth(month += step)) {
      if (day < view.first) continue;
      const date = civil(day);
      const isYear = date.month === 1;
      marks.push({
        day, year: date.year, hasYear: isYear,
        label: isYear ? yearText(date.year) : MONTHS[date.month - 1],
      });
    }
    return withYear(marks);
  }
  return marks;
}

// Without a year on the axis nobody would know which April it is.
function withYear(marks) {
  if (marks.length > 0 && !marks.some((mark) => mark.hasYear)) {
    marks[0].label += ` ${yearText(marks[0].year)}`;
  }
  return marks;
}
