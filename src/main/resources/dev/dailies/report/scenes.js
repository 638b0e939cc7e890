'use strict';

// Shots below the headings of their scenes.

tasks.forEach((task) => { task.scene ??= ''; });
const scenes = [...new Set(tasks.map((task) => task.scene).filter(Boolean))]
  .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

/** One scene is none, and as many as shots are too many. */
const hasScenes = scenes.length > 1 && scenes.length < new Set(tasks.map((task) => task.shot)).size;

/** What is shown of every scene, for its heading. */
function countScenes(some) {
  const counts = new Map();
  for (const group of some) {
    const count = counts.get(group.tasks[0].scene) ?? { shots: 0, takes: 0 };
    count.shots++;
    count.takes += group.tasks.length;
    counts.set(group.tasks[0].scene, count);
  }
  return counts;
}

/** The money is that of the whole scene, whatever is shown of it. */
function sceneHeading(scene, { shots, takes }) {
  const all = tasks.filter((task) => task.scene === scene);
  const told = [ofAll(shots, byShot(all).size, 'shot'), takes > shots && ofAll(takes, all.length, 'take'), costOf(all)];
  return make('li', 'scene', make('h3', '', scene || 'Other shots', ' ', make('small', '', told.filter(Boolean).join(', '))));
}

/** As in “2 shots”, and “2 of 3 shots” if not all are shown. */
function ofAll(shown, all, what) {
  return (shown < all ? shown + ' of ' : '') + plural(all, what);
}

/** The groups, each scene below its name. */
function underHeadings(some, counts) {
  let before = null;
  return some.flatMap((group) => {
    const { scene } = group.tasks[0];
    const items = scene === before ? [groupOf(group)] : [sceneHeading(scene, counts.get(scene)), groupOf(group)];
    before = scene;
    return items;
  });
}
