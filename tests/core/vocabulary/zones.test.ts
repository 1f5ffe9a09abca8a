import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';

import { zoneNamed } from '../../../core/schedule.ts';
import { places } from '../../../core/vocabulary/places.ts';
import { countryZoneRows, zoneNameRows } from '../../../core/vocabulary/zone-table.ts';
import { readZone, zonesLike } from '../../../core/vocabulary/zones.ts';

describe('a zone is found', () => {
  test.each([
    ['Guangzhou', 'Asia/Shanghai'],
    ['广州', 'Asia/Shanghai'],
    ['广州市', 'Asia/Shanghai'],
    ['广东省', 'Asia/Shanghai'],
    ['中国', 'Asia/Shanghai'],
    ['北京时间', 'Asia/Shanghai'],
    ['Beijing time', 'Asia/Shanghai'],
    ['China Standard Time', 'Asia/Shanghai'],
    ['Bangalore', 'Asia/Kolkata'],
    ['班加罗尔', 'Asia/Kolkata'],
    ['india', 'Asia/Kolkata'],
    ['New York', 'America/New_York'],
    ['new-york', 'America/New_York'],
    ['纽约', 'America/New_York'],
    ['美东时间', 'America/New_York'],
    ['EST', 'America/New_York'],
    ['Pacific', 'America/Los_Angeles'],
    ['Pacific Time', 'America/Los_Angeles'],
    ['太平洋时间', 'America/Los_Angeles'],
    ['加州', 'America/Los_Angeles'],
    ['Sao Paulo', 'America/Sao_Paulo'],
    ['ZÜRICH', 'Europe/Zurich'],
    ['伦敦时间', 'Europe/London'],
    ['豪勋爵岛', 'Australia/Lord_Howe'],
    ['Reykjavik', 'Atlantic/Reykjavik'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['America/New York', 'America/New_York'],
    ['Casablanca', 'Africa/Casablanca'],
    ['GMT', 'UTC'],
    ['UTC+0', 'UTC'],
    ['GMT+8', '+08:00'],
    ['ＧＭＴ＋８', '+08:00'],
    ['UTC+5:30', '+05:30'],
    ['utc-0330', '-03:30'],
    ['+08:00', '+08:00'],
    ['东八区', '+08:00'],
    ['西五区', '-05:00'],
    ['东五区半', '+05:30'],
    ['东8时区时间', '+08:00'],
    ['零时区', 'UTC'],
    // IANA's own names for distances count the other way round; whoever writes one means it.
    ['Etc/GMT+8', 'Etc/GMT+8'],
  ])('by %s: %s', (name, zone) => {
    expect(readZone(name)).toEqual({ kind: 'one', zone });
  });
});

describe('a name that can mean several zones is asked about', () => {
  test.each([
    ['CST', ['Asia/Shanghai', 'America/Chicago', 'America/Havana']],
    ['IST', ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin']],
    ['Portland', ['America/Los_Angeles', 'America/New_York']],
    ['剑桥', ['America/New_York', 'Europe/London']],
    ['圣地亚哥', ['America/Santiago', 'America/Los_Angeles']],
    ['Georgia', ['Asia/Tbilisi', 'America/New_York']],
    ['西班牙', ['Europe/Madrid', 'Atlantic/Canary']],
    ['新疆', ['Asia/Shanghai', 'Asia/Urumqi']],
  ])('%s', (name, zones) => {
    const reading = readZone(name);
    expect(reading.kind === 'several' && reading.zones.map(({ zone }) => zone)).toEqual(zones);
  });

  test.each(['USA', '美国', 'Russia', 'Europe', '亚洲'])('%s, with as many offers as fit', (name) => {
    const reading = readZone(name);
    expect(reading.kind === 'several' && reading.zones.length).toBeGreaterThan(5);
    expect(reading.kind === 'several' && reading.zones.length).toBeLessThanOrEqual(8);
  });
});

describe('an unknown name', () => {
  test.each([
    ['Guangzou', 'Guangzhou'],
    ['Shangai', 'Shanghai'],
    ['Bangalor', 'Bengaluru'],
    ['广州天河', 'Guangzhou'],
    ['上海浦东新区', 'Shanghai'],
    ['San Fran', 'San Francisco'],
  ])('%s is offered %s', (name, near) => {
    const reading = readZone(name);
    expect(reading.kind === 'unknown' && reading.near.map((one) => one.name)).toContain(near);
  });

  test.each(['', ' ', 'GMT+15', '+8:10', 'xyzzy', '1234', '东五区多', 'constructor', '亚特兰蒂斯'])(
    '“%s” is offered nothing',
    (name) => {
      expect(readZone(name)).toEqual({ kind: 'unknown', near: [] });
    },
  );

  property.prop([fc.string({ unit: 'binary', maxLength: 40 })])(
    'never becomes a zone that there is not',
    (text) => {
      const reading = readZone(text);
      if (reading.kind === 'one') expect(zoneNamed(reading.zone)).toBe(reading.zone);
    },
  );
});

test('while somebody types, what begins like it comes first', () => {
  expect(zonesLike('Shang')[0]).toEqual({ name: 'Shanghai', zone: 'Asia/Shanghai' });
  expect(zonesLike('纽')[0]).toEqual({ name: 'New York', zone: 'America/New_York' });
  expect(zonesLike('a').length).toBe(8);
});

test('every zone of the tables is one, and every city is found by its names', () => {
  const listed = [
    ...zoneNameRows.map(([zone]) => zone),
    ...countryZoneRows.flatMap(([, zones]) => zones.split(' ')),
  ];
  expect(listed.filter((zone) => zoneNamed(zone) !== zone)).toEqual([]);
  const lost = places.filter(({ name, zone }) => zone !== null && readZone(name).kind === 'unknown');
  expect(lost).toEqual([]);
});
