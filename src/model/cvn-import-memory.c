/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-import-memory"

#include "cvn-import-memory.h"

#include <gio/gio.h>

/* Nobody has more sources than that; the one that was not used for the longest time is forgotten. */
#define MAX_SOURCES 50

#define KEY "import-mappings"

/* What a person chose is theirs, not the centre's: it holds headings of files, nothing of what stands in them. */
static GSettings *
open_settings (void)
{
  return g_settings_new ("org.convenant.Convenant");
}

/**
 * cvn_import_memory_recall: takes over what was chosen for the columns the last time a file of the same source, with the
 * same headings and the same kind of records, was imported.
 *
 * Returns: whether there was such a time
 */
gboolean
cvn_import_memory_recall (CvnCsvMapping *mapping)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_autoptr (GVariant) all = g_settings_get_value (settings, KEY);
  g_autofree char *source = cvn_csv_mapping_dup_source (mapping);
  GVariantIter     iter;
  const char      *name;
  const char      *chosen;

  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "(&s&s)", &name, &chosen))
    if (g_str_equal (name, source))
      return cvn_csv_mapping_apply (mapping, chosen);
  return FALSE;
}

/** cvn_import_memory_keep: remembers what was chosen for the columns of files of this source. */
void
cvn_import_memory_keep (const CvnCsvMapping *mapping)
{
  g_autoptr (GSettings) settings = open_settings ();
  g_autoptr (GVariant) all = g_settings_get_value (settings, KEY);
  g_autofree char *source = cvn_csv_mapping_dup_source (mapping);
  g_autofree char *chosen = cvn_csv_mapping_to_string (mapping);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ss)"));
  guint        n = 1;
  GVariantIter iter;
  const char  *name;
  const char  *other;

  g_variant_builder_add (&builder, "(ss)", source, chosen);
  g_variant_iter_init (&iter, all);
  while (n < MAX_SOURCES && g_variant_iter_next (&iter, "(&s&s)", &name, &other))
    if (!g_str_equal (name, source))
      {
        g_variant_builder_add (&builder, "(ss)", name, other);
        n++;
      }
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}
