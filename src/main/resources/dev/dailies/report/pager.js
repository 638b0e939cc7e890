'use strict';

// From page to page.

/** The first, the last and those around this one; null where some are left out. */
function pageNumbers(here, count) {
  const some = [...Array(count).keys()].filter((page) => page === 0 || page === count - 1 || Math.abs(page - here) < 3);
  return some.flatMap((page, at) => (at && page - some[at - 1] > 1 ? [null, page] : [page]));
}

function showPager() {
  find('pager').hidden = pages.length < 2;
  find('before').disabled = chosen.page === 0;
  find('after').disabled = chosen.page === pages.length - 1;
  find('pages').dataset.told = 'Page ' + (chosen.page + 1) + ' of ' + pages.length;
  find('pages').replaceChildren(...pageNumbers(chosen.page, pages.length).map((page) => (page === null ? '…' : numberOf(page))));
}

/** Its title says what is on that page, for those who look for a shot. */
function numberOf(page) {
  const [first, last] = [pages[page][0], pages[page].at(-1)].map((group) => group?.tasks[0].shot);
  const number = button(String(page + 1), 'Page ' + (page + 1) + ', ' + first + ' to ' + last, () => turn(page - chosen.page));
  if (page === chosen.page) {
    number.setAttribute('aria-current', 'page');
  }
  return number;
}

/** Shows another page, and leads to its first card; to its last if a step back led there. */
function turn(by, backwards = false) {
  const page = chosen.page + by;
  if (page < 0 || page >= pages.length || by === 0) {
    return;
  }
  chosen.page = page;
  show();
  focusCard(backwards ? cards().at(-1) : cards()[0]);
}
