/** @type {import('next').NextConfig} */
const config = {
  // A second development server beside the first needs a folder of its own.
  distDir: process.env.LAZO_DIST ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  compress: true,
  serverExternalPackages: ['drizzle-orm', 'better-sqlite3', 'pg', 'pino', 'nodemailer', '@node-rs/argon2'],
  devIndicators: false,
}

export default config
