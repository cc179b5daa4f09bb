# half-rises: When levels are learned: shark-bones, at γ = 1e-6
#
# Draw it again:   gnuplot half-rises.gp
# As PNG or PDF:   gnuplot -e "format='png'" half-rises.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" half-rises.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'half-rises.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1134,565 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2268,1130 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.81in,5.89in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,379 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1516 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,3.95in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $half_rises has the columns 1 eta, 2 level_0, 3 level_0_lower_quartile, 4 level_0_upper_quartile, 5 level_1, 6 level_1_lower_quartile, 7 level_1_upper_quartile, 8 level_2, 9 level_2_lower_quartile, 10 level_2_upper_quartile, 11 level_3, 12 level_3_lower_quartile, 13 level_3_upper_quartile
set table $half_rises; plot 'half-rises.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)."\t".strcol(10)."\t".strcol(11)."\t".strcol(12)."\t".strcol(13)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08377
if (medium eq 'web') set rmargin at screen 0.67901
if (medium eq 'web') set bmargin at screen 0.20708
if (medium eq 'web') set tmargin at screen 0.92035
if (medium eq 'slides') set lmargin at screen 0.10566
if (medium eq 'slides') set rmargin at screen 0.96873
if (medium eq 'slides') set bmargin at screen 0.4376
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.18438
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.53317
if (medium eq 'paper') set tmargin at screen 0.92401
set border 3 linecolor '#404040'
if (medium eq 'web') set title 'When levels are learned: shark-bones, at γ = 1e-6' offset 0,-0.3
if (medium eq 'slides') set title 'When levels are learned: shark-bones, at γ = 1e-6' offset 0,-0.3
if (medium eq 'web') set label 40 'learning rate η' at screen 0.38139,0.11018 center
if (medium eq 'web') set label 1 'half-rise epoch' at screen 0.02378,0.56372 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'Lines: median over 20 seeds; bands: middle half (25–75 %); runs without a value are left out.'.'}' at screen 0.08377,0.07035 left textcolor '#404040'
if (medium eq 'web') set label 30 '{/*0.88 '.'shark-bones · η = 20 … 320 (16 values) · γ = 1e-12 … 10 (14 values) · seed 1 … 20 (20 values)'.'}' at screen 0.00661,0.02315 left textcolor '#707070'
if (medium eq 'slides') set label 40 'learning rate η' at screen 0.5372,0.31593 center
if (medium eq 'slides') set label 1 'half-rise epoch' at screen 0.02063,0.6738 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'Lines: median over 20 seeds; bands: middle half (25–75 %); runs without a value are left out.'.'}' at screen 0.10566,0.26593 left textcolor '#404040'
if (medium eq 'slides') set label 30 '{/*0.88 '.'shark-bones · η = 20 … 320 (16 values) · γ = 1e-12 … 10 (14 values) · seed 1 … 20 (20 values)'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'learning rate η' at screen 0.56491,0.43045 center
if (medium eq 'paper') set label 1 'half-rise epoch' at screen 0.03599,0.72859 center rotate by 90
if (medium eq 'paper') set label 10 'When levels are learned: shark-bones, at γ = 1e-6' at screen 0.55667,0.95497 center
if (medium eq 'paper') set label 20 '{/*0.88 '.'Lines: median over 20 seeds; bands: middle half (25–75 %);'.'}' at screen 0.01309,0.38823 left textcolor '#404040'
if (medium eq 'paper') set label 21 '{/*0.88 '.'runs without a value are left out.'.'}' at screen 0.01309,0.35603 left textcolor '#404040'
if (medium eq 'paper') set label 30 '{/*0.88 '.'shark-bones · η = 20 … 320 (16 values) · γ = 1e-12 … 10 (14'.'}' at screen 0.01636,0.05674 left textcolor '#707070'
if (medium eq 'paper') set label 31 '{/*0.88 '.'values) · seed 1 … 20 (20 values)'.'}' at screen 0.01636,0.02454 left textcolor '#707070'
if (medium eq 'web') set xrange [14:326]
if (medium eq 'web') set xtics out nomirror 50
if (medium eq 'slides') set xrange [14:326]
if (medium eq 'slides') set xtics out nomirror 50
if (medium eq 'paper') set xrange [14:326]
if (medium eq 'paper') set xtics out nomirror 100
if (medium eq 'web') set yrange [0:364]
if (medium eq 'web') set ytics out nomirror 50
if (medium eq 'slides') set yrange [0:364]
if (medium eq 'slides') set ytics out nomirror 100
if (medium eq 'paper') set yrange [0:364]
if (medium eq 'paper') set ytics out nomirror 100
if (medium eq 'web') set key at screen 0.70372,0.92035 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.23447 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -9
if (medium eq 'paper') set key at screen 0.01309,0.32947 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -9
plot $half_rises using 1:3:4 with filledcurves fillcolor rgb '#0072b2' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:6:7 with filledcurves fillcolor rgb '#d55e00' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:9:10 with filledcurves fillcolor rgb '#009e73' fillstyle transparent solid 0.25 noborder notitle, \
     $half_rises using 1:12:13 with filledcurves fillcolor rgb '#e69f00' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises-limit.tsv' using 'stable_eta':'y' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory: largest stable learning rate', \
     $half_rises using 1:2 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' linewidth 2.5 dashtype 1 title 'level 0', \
     $half_rises using 1:5 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#d55e00' linewidth 2.5 dashtype 1 title 'level 1', \
     $half_rises using 1:8 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#009e73' linewidth 2.5 dashtype 1 title 'level 2', \
     $half_rises using 1:11 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#e69f00' linewidth 2.5 dashtype 1 title 'level 3'
