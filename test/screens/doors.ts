/** The way in, and a room where nobody is. */
import { button, dialog, goTo, inside, toTop, type Chapter } from './stage.ts';

/** Where one is not known, or a link opens nothing. */
export const doors: Chapter = async (stage, at) => {
  const { page, hearth } = stage;
  for (const [screen, address] of [['door, no link', '/'], ['door, a link that opens nothing', '/join#nothing']] as const) {
    await goTo(stage, address);
    await page.getByRole('textbox').first().waitFor();
    await at(screen);
  }
  await goTo(stage, hearth.guestLink);
};

export const join: Chapter = async (stage, at) => {
  const { page, hearth, name } = stage;
  await page.getByRole('textbox').first().waitFor();
  await button(stage, 'Choose a look').click();
  await page.locator('[aria-invalid="true"]').waitFor();
  await at('join, no name');
  await page.getByRole('textbox').first().fill(name);
  await at('join, you');
  await button(stage, 'Choose a look').click();
  await page.getByRole('tab').first().waitFor();
  for (const [number, tab] of (await page.getByRole('tab').all()).entries()) {
    await tab.click();
    await at(`join, look ${number + 1}`);
  }
  await button(stage, 'Choose a view').click();
  await page.getByRole('radio').first().waitFor();
  await at('join, view');
  await page.locator('input[value="2d"]').click();
  // Whoever is in the room is asked where, once.
  await page.locator('input[value="room"]').click();
  await button(stage, 'Enter').click();
  await page.locator('[aria-invalid="true"]').waitFor();
  await at('join, in the room');
  await page.locator('input[value="speak"]').click();
  await button(stage, 'Enter').click();
  await inside(stage);
  // Whoever is known is asked who they come in as.
  await goTo(stage, hearth.guestLink);
  await page.locator('form button').first().waitFor();
  await at('join, known');
  await goTo(stage, '/r/commons');
  await inside(stage);
};

export const alone: Chapter = async (stage, at) => {
  await goTo(stage, '/r/library');
  await inside(stage);
  await toTop(stage);
  await at('room, nobody else');
  await goTo(stage, '/r/commons');
  await inside(stage);
};

/** Where there is no such room, or no place in it. */
export const astray: Chapter = async (stage, at) => {
  await stage.page.locator('#room [data-capability="portal.enter"][data-target="to-garden"] button').click({ force: true });
  await dialog(stage, at, 'full room');
  await goTo(stage, '/r/garden');
  await stage.page.getByRole('heading', { level: 1 }).waitFor();
  await stage.page.locator('[data-capability="portal.enter"] button, main button').first().waitFor();
  await at('door, full room');
  await goTo(stage, '/r/nowhere');
  await stage.page.locator('main button').first().waitFor();
  await at('door, no such room');
  await goTo(stage, '/r/commons');
  await inside(stage);
};
