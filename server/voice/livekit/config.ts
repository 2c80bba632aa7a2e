/** Who brings their voices to a LiveKit server beside us: browsers on this machine alone, or any, by the addresses of this machine or, behind NAT, by another. */
export type Reach = { readonly to: 'machine' } | { readonly to: 'all'; readonly ip: string };

/** The settings of a LiveKit server beside us: it speaks to us, and to browsers through our own port; voices alone have one of their own. */
export interface LivekitPlace {
  readonly reach: Reach;
  /** Where it is asked and signalled, on loopback. */
  readonly port: number;
  /** Where voices come in. */
  readonly udpPort: number;
  readonly key: string;
  readonly secret: string;
  /** Where it tells us who came and went. */
  readonly hook: string;
}

const ways = (reach: Reach): string => {
  if (reach.to === 'machine') return '  node_ip: 127.0.0.1\n  interfaces: { includes: [lo] }\n';
  return reach.ip === '' ? '' : `  node_ip: ${reach.ip}\n`;
};

/** As YAML. Read by LiveKit 1.13.5; an unknown key ends it. */
export const configOf = ({ reach, port, udpPort, key, secret, hook }: LivekitPlace): string => `port: ${port}
bind_addresses: ["127.0.0.1"]
rtc:
  tcp_port: 0
  udp_port: ${udpPort}
  use_external_ip: false
  enable_loopback_candidate: true
${ways(reach)}  stun_servers: ["127.0.0.1:3478"]
keys: { ${key}: "${secret}" }
room:
  auto_create: false
  empty_timeout: 60
  departure_timeout: 10
  enabled_codecs: [{ mime: audio/opus }, { mime: audio/red }]
limit: { subscription_limit_audio: 20 }
webhook: { api_key: ${key}, urls: ["${hook}"] }
logging: { level: error }
`;
