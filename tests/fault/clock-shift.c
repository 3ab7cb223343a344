/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "clock-shift"

#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/* Loaded before a program, this sets its clock wrong by CVN_CLOCK_SHIFT seconds. The clock that only ever goes on stays right. */

int    clock_gettime (clockid_t id, struct timespec *now);
int    gettimeofday (struct timeval *restrict now, void *restrict zone);
time_t time (time_t *now);

static time_t
get_shift (void)
{
  const char *shift = getenv ("CVN_CLOCK_SHIFT");

  return shift != NULL ? strtol (shift, NULL, 10) : 0;
}

int
clock_gettime (clockid_t        id,
               struct timespec *now)
{
  const long failed = syscall (SYS_clock_gettime, id, now);

  if (failed == 0 && id == CLOCK_REALTIME)
    now->tv_sec += get_shift ();
  return (int) failed;
}

int
gettimeofday (struct timeval *restrict now,
              void *restrict zone)
{
  struct timespec precise;
  const int       failed = clock_gettime (CLOCK_REALTIME, &precise);

  if (failed == 0)
    *now = (struct timeval){ precise.tv_sec, precise.tv_nsec / 1000 };
  return failed;
}

time_t
time (time_t *now)
{
  struct timespec precise = { 0 };

  clock_gettime (CLOCK_REALTIME, &precise);
  if (now != NULL)
    *now = precise.tv_sec;
  return precise.tv_sec;
}
