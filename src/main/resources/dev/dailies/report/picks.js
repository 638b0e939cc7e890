'use strict';

// Keepers and rejects. The browser remembers them by the job's id, so that a moved folder keeps them.

const picks = {
  key: 'dailies ' + facts.job,
  marks: {},

  /** What the browser remembers. It may remember nothing, or have been told by another window since. */
  load() {
    try {
      this.marks = JSON.parse(localStorage.getItem(this.key)) ?? {};
    } catch {
      this.forgetful = true;
    }
  },

  of(task) {
    return this.marks[task.name] ?? '';
  },

  /** Marks the task; the same mark again takes it away. */
  toggle(task, pick) {
    if (!this.forgetful) {
      this.load();
    }
    if (this.of(task) === pick) {
      delete this.marks[task.name];
    } else {
      this.marks[task.name] = pick;
    }
    this.save();
  },

  save() {
    try {
      localStorage.setItem(this.key, JSON.stringify(this.marks));
    } catch {
      this.forgetful = true;
    }
  },

  /** The delivered tasks so marked. */
  all(pick) {
    return tasks.filter((task) => task.state === 'DELIVERED' && this.of(task) === pick);
  },
};

picks.load();
