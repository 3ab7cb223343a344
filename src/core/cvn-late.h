/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* A function of a library that is opened late: its name, and where in a struct its address belongs. */
typedef struct
{
  const char *name;
  gsize       offset;
} CvnLateFunction;

/* An entry of a table of those, for a struct whose members are called as the functions are. */
#define CVN_LATE_FUNCTION(type, name)  \
  {                                    \
#name, G_STRUCT_OFFSET(type, name) \
  }

/* A library that is opened late, and the struct that gets the addresses of its functions. */
typedef struct
{
  const char            *file; /* as a linked program would ask for it */
  const CvnLateFunction *functions;
  guint                  n_functions;
  gpointer               table;
  gboolean               is_bound;
} CvnLateLibrary;

gboolean cvn_late_bind (CvnLateLibrary *library, GError **error);
