'use strict';

// What a kept clip has cost, with all that was spent beside it: every pick changes that.

function showKeptPrice() {
  const box = document.getElementById('kept');
  const kept = picks.all('keep').length;
  if (!box) {
    return;
  }
  const [name, price, note] = box.children;
  const unpriced = Number(box.dataset.unpriced);
  const usd = Number(box.dataset.usd) / Math.max(1, kept);
  box.hidden = kept === 0;
  name.textContent = kept === 1 ? 'The kept clip' : 'A kept clip';
  price.textContent = usd || !unpriced ? '$' + usd.toFixed(2) : 'unknown';
  note.textContent = kept + ' kept' + (unpriced ? ', plus ' + unpriced + ' of unknown price' : ', everything counted')
    + (progress.undecided.size ? '; ' + progress.told() : '');
}

document.addEventListener('picked', showKeptPrice);
showKeptPrice();
