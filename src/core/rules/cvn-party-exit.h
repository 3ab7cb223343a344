/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A party that pays a part of a group's total: a group is an allocation key, or all that pay amounts of their own. */
typedef struct
{
  const char *id;    /* borrowed */
  const char *group; /* borrowed; compared as text */
  gint64      weight;
  gint64      amount; /* cents */
} CvnExitParty;

/* A service, in the order in which services are paid. */
typedef struct
{
  const char *id; /* borrowed */
  gint64      cost;
  gboolean    is_affordable; /* out */
} CvnExitService;

gboolean cvn_party_exit_split (const CvnExitParty *parties, guint n_parties, const char *leaver, gint64 *amounts, gint64 *uncovered, GError **error);
gint64   cvn_party_exit_services (CvnExitService *services, guint n_services, gint64 shortfall);

G_END_DECLS
