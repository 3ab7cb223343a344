/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-seal"

#include "cvn-card-seal.h"

#include <string.h>

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  CvnRecord *first = *(CvnRecord *const *) a, *second = *(CvnRecord *const *) b;
  int        kinds = strcmp (cvn_record_get_kind (first)->name, cvn_record_get_kind (second)->name);
  gint64     place = cvn_record_get_integer (first, "position"), other = cvn_record_get_integer (second, "position");

  return kinds != 0 ? kinds : place != other ? (place > other) - (place < other)
                                             : g_strcmp0 (cvn_record_get_id (first), cvn_record_get_id (second));
}

/* Lengths stand before texts, so that no two cards give the same text. References are left out: an id is no word of the card. */
static void
append_record (GString   *text,
               CvnRecord *record)
{
  static const char *const without[] = { "seal", "frozen", "changed_at", "note", "source", NULL };
  const CvnKind           *kind = cvn_record_get_kind (record);

  g_string_append_printf (text, "[%s]\n", kind->name);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CvnValue *value = cvn_record_get_value (record, i);

      if (kind->fields[i].refers_to != NULL || g_strv_contains (without, kind->fields[i].name) || cvn_value_is_none (value))
        continue;
      if (value->type == CVN_VALUE_INTEGER)
        g_string_append_printf (text, "%s=%lld\n", kind->fields[i].name, (long long) value->integer);
      else
        g_string_append_printf (text, "%s:%u=%s\n", kind->fields[i].name, (guint) strlen (value->text), value->text);
    }
}

/** cvn_card_canonical_text: (transfer full): all that a card says, in one order and form whatever order @parts are in. Any thread. */
char *
cvn_card_canonical_text (CvnRecord *card,
                         GPtrArray *parts)
{
  GString *text = g_string_new ("project-card 1\n");
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < parts->len; i++)
    g_ptr_array_add (sorted, parts->pdata[i]);
  g_ptr_array_sort (sorted, compare_parts);
  append_record (text, card);
  for (guint i = 0; i < sorted->len; i++)
    append_record (text, sorted->pdata[i]);
  return g_string_free (text, FALSE);
}

/** cvn_card_seal: (transfer full): the SHA-256 of the canonical text, as 64 hexadecimal digits. */
char *
cvn_card_seal (CvnRecord *card,
               GPtrArray *parts)
{
  g_autofree char *text = cvn_card_canonical_text (card, parts);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}
