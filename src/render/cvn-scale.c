/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-scale"

#include "cvn-scale.h"

/* Far above any amount, and low enough that neither a step nor a tick can overflow. */
#define LARGEST (G_GINT64_CONSTANT (1000000000000000000))

/* Below zero, zero and above zero each need a tick. */
#define FEWEST_TICKS 3

static gint64
round_down (gint64 value,
            gint64 step)
{
  return -((-value + step - 1) / step) * step;
}

static gint64
round_up (gint64 value,
          gint64 step)
{
  return (value + step - 1) / step * step;
}

/* 1, 2, 5, 10, 20, 50, ... */
static gint64
get_next_step (gint64 step)
{
  gint64 power = 1;

  while (power <= step / 10)
    power *= 10;
  return step < 2 * power ? 2 * power : step < 5 * power ? 5 * power
                                                         : 10 * power;
}

/**
 * cvn_scale_make:
 * @lowest: the lowest value to show
 * @highest: the highest value to show
 * @max_ticks: how many ticks there is room for; fewer than three counts as three
 * @smallest_step: the smallest step that makes sense, such as 1 event or 100 cents
 *
 * The finest scale with steps of 1, 2 or 5 times a power of ten that holds both values and zero with no more than
 * @max_ticks ticks. Values beyond a billion billion are held at that: no chart of a centre gets there.
 *
 * Returns: the scale
 */
CvnScale
cvn_scale_make (gint64 lowest,
                gint64 highest,
                guint  max_ticks,
                gint64 smallest_step)
{
  gint64   low = CLAMP (MIN (lowest, highest), -LARGEST, 0);
  gint64   high = CLAMP (MAX (lowest, highest), 0, LARGEST);
  CvnScale scale = { 0, 0, 1 };

  while (scale.step < smallest_step && scale.step < LARGEST)
    scale.step = get_next_step (scale.step);
  for (;;)
    {
      scale.minimum = round_down (low, scale.step);
      scale.maximum = round_up (high, scale.step);
      if (cvn_scale_get_n_ticks (&scale) <= MAX (max_ticks, FEWEST_TICKS))
        break;
      scale.step = get_next_step (scale.step);
    }
  if (scale.minimum == scale.maximum)
    scale.maximum = scale.step;
  return scale;
}

/** cvn_scale_get_n_ticks: how many ticks there are, both ends included. */
guint
cvn_scale_get_n_ticks (const CvnScale *scale)
{
  return (guint) MIN ((scale->maximum - scale->minimum) / scale->step + 1, G_MAXINT);
}

/** cvn_scale_get_tick: the value of tick @i, from the lowest up. */
gint64
cvn_scale_get_tick (const CvnScale *scale,
                    guint           i)
{
  return scale->minimum + (gint64) i * scale->step;
}

/** cvn_scale_get_position: where @value lies, from 0 at the minimum to 1 at the maximum; what lies outside is held at the end. */
double
cvn_scale_get_position (const CvnScale *scale,
                        gint64          value)
{
  gint64 inside = CLAMP (value, scale->minimum, scale->maximum);

  return (double) (inside - scale->minimum) / (double) (scale->maximum - scale->minimum);
}
