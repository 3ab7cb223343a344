/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-date.h"

G_BEGIN_DECLS

/* What the check needs of a record of kind event; texts are borrowed. */
typedef struct
{
  const char *id; /* NULL for an event that is not stored yet */
  const char *starts;
  const char *ends;
  const char *time_zone;
  const char *mode;
  const char *status;
  const char *audience;
  const char *location;
  gboolean    online;
} CvnClashEvent;

typedef enum {
  CVN_CLASH_HOLIDAY,  /* on a public holiday */
  CVN_CLASH_VENUE,    /* at the same place at the same time */
  CVN_CLASH_AUDIENCE, /* for the same people in the same week */
} CvnClashReason;

typedef struct
{
  CvnClashReason reason;
  guint          other;   /* place of the other event, unless it is a holiday */
  const char    *holiday; /* marked for translation, or NULL */
  CvnDate        day;
} CvnClash;

GArray *cvn_clash_find (const CvnClashEvent *event, const CvnClashEvent *others, guint n_others);

G_END_DECLS
