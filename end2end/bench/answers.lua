-- wrk's side of `answering.mjs`: every request is the next answer of one of the learners. The learners are shared out among
-- the threads, so that each one's answers are counted in one place.

local threads = 0
local learners, mine, at

function setup(thread)
  thread:set("part", threads)
  threads = threads + 1
end

function init(args)
  learners = dofile(args[1])
  mine, at = {}, 0
  for i = 1, #learners do
    if i % 2 == part then table.insert(mine, { learner = learners[i], seq = 0 }) end
  end
  math.randomseed(os.time() * 2 + part)
end

local function uuid()
  local r = math.random
  return string.format("%08x-%04x-4%03x-8%03x-%06x%06x", r(0, 2 ^ 31), r(0, 65535), r(0, 4095), r(0, 4095), r(0, 2 ^ 24 - 1), r(0, 2 ^ 24 - 1))
end

function request()
  at = at % #mine + 1
  local one = mine[at]
  one.seq = one.seq + 1
  local body = one.learner.bodies[one.seq % #one.learner.bodies + 1]
  local head = { ["Cookie"] = one.learner.cookie, ["Content-Type"] = "application/json" }
  local sent = string.format('{"answer":"%s","tab":"bench","seq":%d,%s', uuid(), one.seq, body)
  return wrk.format("POST", one.learner.path, head, sent)
end
