/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-partner-browser"

#include "cvn-partner-browser.h"

#include "cvn-partner-cell.h"
#include "cvn-partner-list.h"
#include "cvn-tab-stop.h"

#include <glib/gi18n-lib.h>

struct _CvnPartnerBrowser
{
  AdwBin parent_instance;

  CvnPartnerList     *list; /* NULL before the page is on the screen */
  GtkSingleSelection *selection;
  GtkWidget          *search;
  GtkDropDown        *filter;
  GtkStack           *stack;
  CvnTabStop         *rows;
  GtkListView        *view;
  GStrv               kinds;    /* behind the filter, from its third place on */
  char               *selected; /* id, or NULL */
  gboolean            browsing; /* what is selected is shown at once, beside the list */
  gboolean            entering; /* the first one is to be opened when the search is over */
  gboolean            updating; /* the list is being changed, by no person */
};

typedef enum {
  CHOSEN,
  ENTERED,
  LISTED,
  N_SIGNALS,
} CvnPartnerBrowserSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnPartnerBrowser, cvn_partner_browser, ADW_TYPE_BIN)

static void
choose (CvnPartnerBrowser *self,
        CvnPartnerItem    *item,
        gboolean           by_person)
{
  if (item == NULL || cvn_partner_item_is_heading (item))
    return;
  g_signal_emit (self, signals[CHOSEN], 0, cvn_partner_item_get_id (item), by_person);
}

static void
selected_cb (CvnPartnerBrowser *self)
{
  if (!self->updating && self->browsing)
    choose (self, gtk_single_selection_get_selected_item (self->selection), TRUE);
}

static void
activate_cb (CvnPartnerBrowser *self,
             guint              position)
{
  g_autoptr (CvnPartnerItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  choose (self, item, TRUE);
  if (self->browsing && item != NULL && !cvn_partner_item_is_heading (item))
    g_signal_emit (self, signals[ENTERED], 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  gtk_list_item_set_child (list_item, cvn_partner_cell_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item)
{
  CvnPartnerItem *item = gtk_list_item_get_item (list_item);
  gboolean        heading = cvn_partner_item_is_heading (item);

  gtk_list_item_set_selectable (list_item, !heading);
  gtk_list_item_set_activatable (list_item, !heading);
  cvn_partner_cell_set_item (CVN_PARTNER_CELL (gtk_list_item_get_child (list_item)), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item)
{
  cvn_partner_cell_set_item (CVN_PARTNER_CELL (gtk_list_item_get_child (list_item)), NULL);
}

static void
show_selected (CvnPartnerBrowser *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->list == NULL)
    return;
  if (self->selected != NULL && !cvn_partner_list_find (self->list, self->selected, &position))
    position = GTK_INVALID_LIST_POSITION;
  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->updating = FALSE;
}

/* The filter offers what there is; what was chosen stays chosen. */
static void
fill_filter (CvnPartnerBrowser *self)
{
  const char *const *kinds = cvn_partner_list_get_kinds (self->list);
  g_autoptr (GtkStringList) names = NULL;
  g_autofree char *chosen = NULL;
  guint            place = gtk_drop_down_get_selected (self->filter);

  if (self->kinds != NULL && g_strv_equal ((const char *const *) self->kinds, kinds))
    return;
  if (self->kinds != NULL && place >= 2 && place - 2 < g_strv_length (self->kinds))
    chosen = g_strdup (self->kinds[place - 2]);
  g_strfreev (self->kinds);
  self->kinds = g_strdupv ((char **) (gpointer) kinds);
  names = gtk_string_list_new (NULL);
  gtk_string_list_append (names, _("All Partners"));
  gtk_string_list_append (names, _("Covenant Partners"));
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      gtk_string_list_append (names, cvn_partner_kind_label (kinds[i]));
      if (g_strcmp0 (kinds[i], chosen) == 0)
        place = i + 2;
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (self->filter, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->filter, place < g_list_model_get_n_items (G_LIST_MODEL (names)) ? place : 0);
  self->updating = FALSE;
}

static const char *
pick_stack_page (CvnPartnerBrowser *self)
{
  if (cvn_partner_list_get_n_partners (self->list) == 0)
    return "empty";
  return g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0 ? "nothing" : "list";
}

static void
choose_first (CvnPartnerBrowser *self,
              gboolean           by_person)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->list)); i++)
    {
      g_autoptr (CvnPartnerItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      if (cvn_partner_item_is_heading (item))
        continue;
      choose (self, item, by_person);
      return;
    }
}

static void
list_changed_cb (CvnPartnerBrowser *self)
{
  fill_filter (self);
  gtk_stack_set_visible_child_name (self->stack, pick_stack_page (self));
  if (self->entering && !cvn_partner_list_is_busy (self->list))
    {
      self->entering = FALSE;
      choose_first (self, TRUE);
    }
  else if (self->browsing && self->selected == NULL)
    choose_first (self, FALSE);
  show_selected (self);
  g_signal_emit (self, signals[LISTED], 0);
}

static void
search_changed_cb (CvnPartnerBrowser *self)
{
  if (self->list != NULL)
    cvn_partner_list_set_words (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* Esc in the search box: all of them again, and on to the list. */
static void
stop_search_cb (CvnPartnerBrowser *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  cvn_partner_browser_focus_list (self);
}

static void
filter_cb (CvnPartnerBrowser *self)
{
  guint place = gtk_drop_down_get_selected (self->filter);

  if (self->updating || self->list == NULL || place == GTK_INVALID_LIST_POSITION)
    return;
  if (place == 0)
    cvn_partner_list_set_kind (self->list, NULL);
  else
    cvn_partner_list_set_kind (self->list, place == 1 ? CVN_PARTNER_KIND_COVENANT : self->kinds[place - 2]);
}

/* Enter in the search box opens the best one found, be it that it still has to be found. */
static void
search_activate_cb (CvnPartnerBrowser *self)
{
  if (self->list == NULL)
    return;
  search_changed_cb (self);
  self->entering = cvn_partner_list_is_busy (self->list);
  if (!self->entering)
    choose_first (self, TRUE);
}

/* The next row that is a partner, from @position upwards or downwards; GTK_INVALID_LIST_POSITION if there is none. */
static guint
find_partner (CvnPartnerBrowser *self,
              guint              position,
              int                step)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (; position < n; position += (guint) step)
    {
      g_autoptr (CvnPartnerItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

      if (!cvn_partner_item_is_heading (item))
        return position;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* GTK's keys stop before a row that cannot be chosen: Down would never get to the partners below a heading, nor Home to the first. */
static gboolean
key_cb (CvnPartnerBrowser *self,
        guint              key,
        guint              code,
        GdkModifierType    modifiers)
{
  guint    selected = gtk_single_selection_get_selected (self->selection);
  gboolean home = key == GDK_KEY_Home || key == GDK_KEY_KP_Home;
  int      step = key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1
                                                                                                                : 0;
  guint    next;

  if ((step == 0 && !home) || selected == GTK_INVALID_LIST_POSITION || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  next = home ? find_partner (self, 0, 1) : find_partner (self, selected + (guint) step, step);
  if (next == GTK_INVALID_LIST_POSITION || (!home && next == selected + (guint) step))
    return FALSE;
  gtk_widget_activate_action (gtk_widget_get_first_child (GTK_WIDGET (self->view)), "list.scroll-to-item", "u", next);
  gtk_single_selection_set_selected (self->selection, next);
  return cvn_tab_stop_focus_selected (self->rows);
}

static void
focus_list_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  cvn_partner_browser_focus_list (CVN_PARTNER_BROWSER (widget));
}

static void
clear_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  CvnPartnerBrowser *self = CVN_PARTNER_BROWSER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->filter, 0);
  gtk_widget_grab_focus (self->search);
}

static void
cvn_partner_browser_dispose (GObject *object)
{
  CvnPartnerBrowser *self = CVN_PARTNER_BROWSER (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  gtk_widget_dispose_template (GTK_WIDGET (self), CVN_TYPE_PARTNER_BROWSER);
  G_OBJECT_CLASS (cvn_partner_browser_parent_class)->dispose (object);
}

static void
cvn_partner_browser_finalize (GObject *object)
{
  CvnPartnerBrowser *self = CVN_PARTNER_BROWSER (object);

  g_strfreev (self->kinds);
  g_free (self->selected);
  G_OBJECT_CLASS (cvn_partner_browser_parent_class)->finalize (object);
}

static void
cvn_partner_browser_class_init (CvnPartnerBrowserClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cvn_partner_browser_dispose;
  object_class->finalize = cvn_partner_browser_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", CVN_TYPE_PARTNER_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[ENTERED] = g_signal_new ("entered", CVN_TYPE_PARTNER_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LISTED] = g_signal_new ("listed", CVN_TYPE_PARTNER_BROWSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "partners.focus-list", NULL, focus_list_cb);
  gtk_widget_class_install_action (widget_class, "partners.clear", NULL, clear_cb);
  g_type_ensure (CVN_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/partners/cvn-partner-browser.ui");
  gtk_widget_class_bind_template_child (widget_class, CvnPartnerBrowser, search);
  gtk_widget_class_bind_template_child (widget_class, CvnPartnerBrowser, filter);
  gtk_widget_class_bind_template_child (widget_class, CvnPartnerBrowser, stack);
  gtk_widget_class_bind_template_child (widget_class, CvnPartnerBrowser, rows);
  gtk_widget_class_bind_template_child (widget_class, CvnPartnerBrowser, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
cvn_partner_browser_init (CvnPartnerBrowser *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->browsing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->view, factory);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

/** cvn_partner_browser_set_centre: lists the partners of @centre; called once, after the first frame. */
void
cvn_partner_browser_set_centre (CvnPartnerBrowser *self,
                                CvnCentre         *centre)
{
  g_return_if_fail (self->list == NULL);
  self->list = cvn_partner_list_new (centre);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "changed", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

/** cvn_partner_browser_set_browsing: whether what is selected is shown beside the list; else a row has to be activated. */
void
cvn_partner_browser_set_browsing (CvnPartnerBrowser *self,
                                  gboolean           browsing)
{
  self->browsing = browsing;
  gtk_list_view_set_single_click_activate (self->view, !browsing);
}

/** cvn_partner_browser_select: marks the organisation @id as the one that is shown. */
void
cvn_partner_browser_select (CvnPartnerBrowser *self,
                            const char        *id)
{
  if (g_strcmp0 (self->selected, id) != 0)
    {
      g_free (self->selected);
      self->selected = g_strdup (id);
    }
  show_selected (self);
}

/** cvn_partner_browser_focus_list: moves the focus to the list, to the row that had it last; without a row, to the search box. */
void
cvn_partner_browser_focus_list (CvnPartnerBrowser *self)
{
  if (!cvn_tab_stop_enter (self->rows))
    gtk_widget_grab_focus (self->search);
}

/** cvn_partner_browser_is_loaded: whether the list has been read. */
gboolean
cvn_partner_browser_is_loaded (CvnPartnerBrowser *self)
{
  return self->list != NULL && cvn_partner_list_is_loaded (self->list);
}

/** cvn_partner_browser_is_empty: whether there is no partner at all, whatever is searched for. */
gboolean
cvn_partner_browser_is_empty (CvnPartnerBrowser *self)
{
  return cvn_partner_list_get_n_partners (self->list) == 0;
}
