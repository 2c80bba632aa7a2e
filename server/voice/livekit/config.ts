/** The settings of a LiveKit server that serves this machine alone: it speaks to us, and to browsers through our own port. */
export interface LivekitPlace {
  /** Where it is asked and signalled, on loopback. */
  readonly port: number;
  /** Where voices come in. */
  readonly udpPort: number;
  readonly key: string;
  readonly secret: string;
  /** Where it tells us who came and went. */
  readonly hook: string;
}

/** As YAML. Read by LiveKit 1.13.5; an unknown key ends it. */
export const configOf = ({ port, udpPort, key, secret, hook }: LivekitPlace): string => `port: ${port}
bind_addresses: ["127.0.0.1"]
rtc:
  tcp_port: 0
  udp_port: ${udpPort}
  use_external_ip: false
  node_ip: 127.0.0.1
  enable_loopback_candidate: true
  interfaces: { includes: [lo] }
  stun_servers: ["127.0.0.1:3478"]
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
