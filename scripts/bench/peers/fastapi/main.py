"""What the benchmark compares the server with in Python: FastAPI and asyncpg, for one route."""

import itertools
import json
import logging
import os
import sys
import time
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone
from typing import Annotated
from uuid import UUID

import asyncpg
import jwt
import uvicorn
from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, PlainSerializer

settings = json.loads(os.environ["BENCH_PEER"])
key = bytes.fromhex(settings["keys"]["tms"])
statement = settings["statements"]["callers"]["tms"]
china = timezone(timedelta(hours=8))
log = logging.getLogger("peer")

ChinaTime = Annotated[
    datetime, PlainSerializer(lambda time: time.astimezone(china).isoformat(timespec="microseconds"), return_type=str)
]


class User(BaseModel):
    created_time: ChinaTime
    updated_time: ChinaTime
    id: int
    username: str
    nickname: str
    gender: str
    telephone: str


class Envelope(BaseModel):
    code: int
    message: str
    data: User


@asynccontextmanager
async def lifespan(app: FastAPI):
    size = settings["poolSize"]
    async with asyncpg.create_pool(settings["databaseUrl"], min_size=size, max_size=size) as pool:
        app.state.pool = pool
        yield


def refused() -> HTTPException:
    return HTTPException(401, "Could not validate credentials")


async def caller(
    request: Request, bearer: Annotated[HTTPAuthorizationCredentials, Depends(HTTPBearer())]
) -> asyncpg.Record:
    try:
        token = jwt.decode(bearer.credentials, key, algorithms=["HS256"], audience="tms")
        jti = UUID(token["jti"])
    except (jwt.InvalidTokenError, KeyError, ValueError):
        raise refused() from None
    row = await request.app.state.pool.fetchrow(statement, token["uid"], jti)
    if row is None or row["disabled"] or row["revoked"]:
        raise refused()
    if row["generation"] != token["gen"] and row["kept_token"] != jti:
        raise refused()
    return row


class LogRequests:
    """One line when a request is answered."""

    def __init__(self, app):
        self.app = app
        self.ids = itertools.count(1)

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        begun = time.perf_counter()
        status = 500

        async def send_and_look(message):
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        await self.app(scope, receive, send_and_look)
        duration = (time.perf_counter() - begun) * 1000
        log.info("request %d %s %d %.3f ms", next(self.ids), scope["method"], status, duration)


app = FastAPI(lifespan=lifespan)
app.add_middleware(LogRequests)


@app.get("/tms/user/me")
async def me(row: Annotated[asyncpg.Record, Depends(caller)]) -> Envelope:
    user = User(
        created_time=row["created_at"],
        updated_time=row["updated_at"],
        id=row["id"],
        username=row["username"],
        nickname=row["nickname"],
        gender=row["gender"],
        telephone=row["telephone"],
    )
    return Envelope(code=200, message="查询成功", data=user)


if __name__ == "__main__":
    logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    uvicorn.run(app, host="127.0.0.1", port=settings["port"], access_log=False, log_level="warning")
