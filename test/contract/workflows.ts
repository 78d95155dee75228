import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { text } from 'node:stream/consumers'
import { parse } from 'yaml'
import { packageRoot } from '../../src/config/package-root.js'
import type { RealmName } from '../../src/config/realm-names.js'

/** Steps of the workflows in `openapi/workflows/<api>.yaml`. */
export interface WorkflowResult {
  steps: number
  passed: number
  problems: string[]
}

export type WorkflowResults = Record<RealmName, WorkflowResult>

export interface WorkflowRun {
  origin: string
  names: RealmName[]
  /** The ids of the workflows to run; all where left out. */
  workflows?: string[]
  /** Takes what the program reports. */
  folder: string
}

interface Workflow {
  workflowId: string
  steps: { stepId: string }[]
}

interface Executed {
  workflowId: string
  executedSteps: {
    stepId: string
    status: string
    response: { statusCode: number }
    checks: { name: string; message: string; status: string }[]
  }[]
}

const REDOCLY = fileURLToPath(new URL('node_modules/@redocly/cli/bin/cli.js', packageRoot))

/** Has `redocly respect` run the workflows of these APIs on a server. A step that did not run did not pass. */
export async function runWorkflows(run: WorkflowRun): Promise<WorkflowResults> {
  const { names, workflows = [], folder } = run
  const output = join(folder, 'respect.json')
  rmSync(output, { force: true })
  const printed = await respect(run, output)
  const executed = readExecuted(output)
  const results = names.map((name): [RealmName, WorkflowResult] => {
    const wanted = readWorkflows(name).filter(({ workflowId: id }) => workflows.length === 0 || workflows.includes(id))
    const result = resultOf(wanted, executed.get(`${name}.yaml`) ?? [])
    return [name, executed.size === 0 ? { ...result, problems: [`redocly respect: ${printed}`] } : result]
  })
  return Object.fromEntries(results) as WorkflowResults
}

/** Resolves to what it printed. Not waited for in one go: the server may be in this process. */
async function respect({ origin, names, workflows = [] }: WorkflowRun, output: string): Promise<string> {
  const files = names.map((name) => fileURLToPath(fileOf(name)))
  const servers = names.map((name) => `${name}=${origin}`).join(',')
  const chosen = workflows.flatMap((id) => ['--workflow', id])
  const args = [REDOCLY, 'respect', ...files, '--server', servers, '--json-output', output, ...chosen]
  const env = { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  const child = spawn(process.execPath, args, { cwd: packageRoot, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return stdout + stderr
}

function fileOf(name: RealmName): URL {
  return new URL(`openapi/workflows/${name}.yaml`, packageRoot)
}

function readWorkflows(name: RealmName): Workflow[] {
  return (parse(readFileSync(fileOf(name), 'utf8')) as { workflows: Workflow[] }).workflows
}

/** By the name of the file; nothing where the program wrote nothing. */
function readExecuted(output: string): Map<string, Executed[]> {
  try {
    const { files } = JSON.parse(readFileSync(output, 'utf8')) as {
      files: Record<string, { executedWorkflows: Executed[] }>
    }
    return new Map(Object.entries(files).map(([file, { executedWorkflows }]) => [basename(file), executedWorkflows]))
  } catch {
    return new Map()
  }
}

function resultOf(expected: Workflow[], executed: Executed[]): WorkflowResult {
  const result: WorkflowResult = { steps: 0, passed: 0, problems: [] }
  for (const { workflowId, steps } of expected) {
    const ran = executed.find((workflow) => workflow.workflowId === workflowId)?.executedSteps ?? []
    for (const { stepId } of steps) {
      const step = ran.find((one) => one.stepId === stepId)
      result.steps += 1
      if (step?.status === 'success') result.passed += 1
      else result.problems.push(`${workflowId} ${stepId}: ${step === undefined ? 'not run' : problemOf(step)}`)
    }
  }
  return result
}

function problemOf({ response, checks }: Executed['executedSteps'][number]): string {
  const failed = checks.filter(({ status }) => status !== 'success')
  const first = ({ name, message }: (typeof checks)[number]): string => `${name}: ${message.split('\n')[0]}`
  return `answered ${response.statusCode}; ${failed.map(first).join('; ')}`
}
