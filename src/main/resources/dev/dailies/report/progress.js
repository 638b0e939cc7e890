'use strict';

// How far the choosing is. A shot is decided once it has a keeper, or all its takes are rejected.

const progress = {
  shots: 0,
  undecided: new Set(),

  count() {
    const shots = new Map();
    for (const task of tasks) {
      if (task.kind === 'delivered' && !task.replacedBy) {
        const shot = shots.get(task.shot) ?? { kept: false, open: 0 };
        shot.kept ||= picks.of(task) === 'keep';
        shot.open += picks.of(task) ? 0 : 1;
        shots.set(task.shot, shot);
      }
    }
    this.shots = shots.size;
    this.undecided = new Set([...shots].filter(([, shot]) => !shot.kept && shot.open).map(([name]) => name));
  },

  told() {
    return this.shots - this.undecided.size + ' of ' + plural(this.shots, 'shot') + ' decided';
  },
};
