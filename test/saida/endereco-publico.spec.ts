import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { classifyIp } from '../../src/saida/index.js';

describe('classifyIp', () => {
  it.each([
    '8.8.8.8', '1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '128.0.0.1', '169.253.255.255', '172.15.255.255', '172.32.0.0', '192.167.255.255', '192.169.0.0', '198.17.255.255',
    '198.20.0.0', '223.255.255.255', '2001:200::1', '2606:4700:4700::1111', '2800:3f0:4001::1', '::ffff:8.8.8.8', '::ffff:808:808',
  ])('public: %s', (ip) => expect(classifyIp(ip)).toBe('publico'));

  it.each([
    '10.0.0.0', '10.255.255.255', '100.64.0.0', '100.127.255.255', '127.0.0.1', '127.255.255.255', '172.16.0.0', '172.31.255.255', '192.168.0.0', '192.168.255.255', '::1', 'fc00::', 'fdff:ffff::1',
    'fd00:ec2::254', '::ffff:10.0.0.1', '::ffff:7f00:1', '0:0:0:0:0:ffff:c0a8:1',
  ])('private: %s', (ip) => expect(classifyIp(ip)).toBe('privado'));

  it.each([
    '0.0.0.0', '0.255.255.255', '169.254.0.0', '169.254.169.254', '192.0.0.0', '192.0.0.192', '192.0.2.1', '192.88.99.1', '198.18.0.0', '198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.255',
    '240.0.0.1', '255.255.255.255', '168.63.129.16', '::', '::7f00:1', '::ffff:a9fe:a9fe', '::ffff:0:7f00:1', '64:ff9b::7f00:1', '64:ff9b::808:808', '64:ff9b:1::1', '100::1', '2001::1', '2001:2::1', '2001:10::1',
    '2001:20::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', '5f00::1', 'fe80::1', 'febf::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1',
  ])('reserved: %s', (ip) => expect(classifyIp(ip)).toBe('reservado'));

  it.each(['', 'localhost', '127.1', '0x7f.0.0.1', '[::1]', '1.2.3.4.5', '8.8.8.8 '])('what is no address counts as reserved: %p', (texto) => expect(classifyIp(texto)).toBe('reservado'));

  it('judges a mapped IPv4 as the IPv4', () => {
    fc.assert(fc.property(fc.ipV4(), (ip) => expect(classifyIp(`::ffff:${ip}`)).toBe(classifyIp(ip))));
  });

  it('takes no IPv6 outside 2000::/3 for public, but for mapped IPv4', () => {
    fc.assert(fc.property(fc.ipV6(), (ip) => {
      const global = /^[23][0-9a-f]{3}:/i.test(ip);
      expect(classifyIp(ip) !== 'publico' || global || /ffff:/i.test(ip)).toBe(true);
    }));
  });
});
