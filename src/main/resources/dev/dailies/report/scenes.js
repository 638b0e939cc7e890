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
    const count = counts.get(group.tasks[0].scene) ?? { shots: 0, takes: 0, usd: 0 };
    count.shots++;
    count.takes += group.tasks.length;
    count.usd += group.tasks.reduce((sum, task) => sum + (task.usd ?? 0), 0);
    counts.set(group.tasks[0].scene, count);
  }
  return counts;
}

function sceneHeading(scene, { shots, takes, usd }) {
  const told = [plural(shots, 'shot'), takes > shots && plural(takes, 'take'), usd && '$' + money(Math.round(usd * 1e6) / 1e6)];
  return make('li', 'scene', make('h3', '', scene || 'Other shots', ' ', make('small', '', told.filter(Boolean).join(', '))));
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
