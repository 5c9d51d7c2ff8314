/** @type {import('next').NextConfig} */
const config = {
  // A second development server beside the first needs a folder of its own.
  distDir: process.env.LAZO_DIST ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  compress: true,
  serverExternalPackages: ['drizzle-orm', 'better-sqlite3', 'pg', 'pino', 'nodemailer', '@node-rs/argon2'],
  devIndicators: false,
  // A section that a role never has answers 403 with words: `forbidden()` and forbidden.tsx.
  experimental: { authInterrupts: true },
}

export default config
