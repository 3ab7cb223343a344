/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-date.h"

G_BEGIN_DECLS

typedef enum {
  CVN_QUICK_EVENT,
  CVN_QUICK_BOOKING,
  CVN_QUICK_TASK,
} CvnQuickKind;

/* What a line can be about, by each of its names; texts are borrowed. */
typedef struct
{
  const char *id;
  const char *name;
} CvnQuickName;

/* What a line says. */
typedef struct
{
  CvnQuickKind kind;
  CvnDate      date;         /* year 0: none */
  int          from;         /* minutes since midnight; -1: none */
  int          to;           /* -1: none; less than from: on the next day */
  gint64       number;       /* people; -1: none */
  const char  *organisation; /* id, borrowed from the names, or NULL */
  const char  *programme;    /* id, borrowed from the names, or NULL */
  char        *text;         /* the words that are left */
} CvnQuickAdd;

gboolean cvn_quick_add_parse (const char *text, const CvnDate *today, const CvnQuickName *organisations, guint n_organisations,
                              const CvnQuickName *programmes, guint n_programmes, CvnQuickAdd *add, GError **error);
void     cvn_quick_add_clear (CvnQuickAdd *add);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CvnQuickAdd, cvn_quick_add_clear)

G_END_DECLS
