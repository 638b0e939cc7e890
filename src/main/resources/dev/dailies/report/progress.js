'use strict';

// How far the choosing is. A shot is decided once it has a keeper, or all its takes are rejected.

const progress = {
  shots: 0,
  all: 0,
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
    this.all = new Set(tasks.filter((task) => !task.earlier).map((task) => task.shot)).size;
    this.undecided = new Set([...shots].filter(([, shot]) => !shot.kept && shot.open).map(([name]) => name));
  },

  /** A shot without a clip cannot be decided, and is not counted: then it is said what is. */
  told() {
    const shots = plural(this.shots, 'shot') + (this.shots < this.all ? ' with a clip' : '');
    return this.shots - this.undecided.size + ' of ' + shots + ' decided';
  },

  meant() {
    const rest = this.all - this.shots;
    return 'A shot is decided once it has a keeper, or all its takes are rejected'
      + (rest ? '; ' + plural(rest, 'shot') + ' of ' + this.all + (rest === 1 ? ' has' : ' have') + ' no clip' : '');
  },
};
