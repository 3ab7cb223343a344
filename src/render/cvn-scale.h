/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ticks at round whole numbers: from minimum to maximum, both multiples of step; zero is always within. */
typedef struct
{
  gint64 minimum;
  gint64 maximum;
  gint64 step;
} CvnScale;

CvnScale cvn_scale_make (gint64 lowest, gint64 highest, guint max_ticks, gint64 smallest_step);
guint    cvn_scale_get_n_ticks (const CvnScale *scale);
gint64   cvn_scale_get_tick (const CvnScale *scale, guint i);
double   cvn_scale_get_position (const CvnScale *scale, gint64 value);

G_END_DECLS
