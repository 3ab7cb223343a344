/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One party of a key: what its amount was worked out from. */
typedef struct
{
  char    *name;
  gint64   weight;    /* inhabitants, or another measure */
  gint64   fixed;     /* cents that come before what goes by inhabitants */
  char    *date;      /* of the population figure, ISO; NULL when it is not known */
  char    *source;    /* of the population figure, may be NULL */
  gboolean estimated; /* of the population figure */
  gint64   amount;    /* cents, as agreed and stored */
  gint64   whole;     /* cents: the exact share rounded down */
  gint64   remainder; /* of a cent, divided by the sum of the weights */
  gint64   given;     /* 0 or 1 cent, by largest remainder */
} CvnProofLine;

/* A key that divides a total. */
typedef struct
{
  char      *key;
  char      *method;     /* code of a choice of allocation_line */
  gint64     total;      /* cents */
  gint64     sum;        /* of the weights */
  gint64     rate;       /* cents per inhabitant, when nothing is divided */
  gint64     index;      /* of the year per mille, 0 when amounts do not rise */
  gint64     base_index; /* of the base year */
  gboolean   divided;    /* otherwise the amounts were agreed one by one */
  gboolean   differs;    /* an amount is not what the key gives */
  GPtrArray *lines;      /* of CvnProofLine, in the order in which ties are broken */
} CvnProofKey;

/* All keys of a year. */
typedef struct
{
  char      *centre;
  char      *today; /* ISO day */
  int        year;
  GPtrArray *keys; /* of CvnProofKey */
} CvnProofSheet;

CvnProofSheet *cvn_proof_sheet_new (void);
void           cvn_proof_sheet_free (CvnProofSheet *self);
CvnProofKey   *cvn_proof_sheet_add_key (CvnProofSheet *self, const char *key, const char *method, gint64 total);
CvnProofLine  *cvn_proof_key_add_line (CvnProofKey *self, const char *name, gint64 weight, gint64 amount);
gboolean       cvn_proof_key_work_out (CvnProofKey *self, GError **error);
char          *cvn_proof_key_dup_parts (const CvnProofKey *self, const CvnProofLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CvnProofSheet, cvn_proof_sheet_free)

G_END_DECLS
