# mode-strengths: Strength of each mode of tree in the end-to-end map, and theory
#
# Draw it again:   gnuplot mode-strengths.gp
# As PNG or PDF:   gnuplot -e "format='png'" mode-strengths.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" mode-strengths.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'mode-strengths.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1004,573 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2008,1146 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 10.46in,5.97in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,419 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1676 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,4.36in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $mode_strengths has the columns 1 epoch, 2 strength_1, 3 strength_2, 4 strength_3, 5 strength_4, 6 strength_5, 7 strength_6, 8 strength_7, 9 strength_8, 10 theory_1, 11 theory_2, 12 theory_3, 13 theory_4, 14 theory_5, 15 theory_6, 16 theory_7, 17 theory_8
set table $mode_strengths; plot 'mode-strengths.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)."\t".strcol(10)."\t".strcol(11)."\t".strcol(12)."\t".strcol(13)."\t".strcol(14)."\t".strcol(15)."\t".strcol(16)."\t".strcol(17)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.09462
if (medium eq 'web') set rmargin at screen 0.71215
if (medium eq 'web') set bmargin at screen 0.1623
if (medium eq 'web') set tmargin at screen 0.92147
if (medium eq 'slides') set lmargin at screen 0.10566
if (medium eq 'slides') set rmargin at screen 0.96873
if (medium eq 'slides') set bmargin at screen 0.4438
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.18438
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.51582
if (medium eq 'paper') set tmargin at screen 0.93126
set border 3 linecolor '#404040'
set title 'Strengths of the data''s modes' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.40339,0.06675 center
if (medium eq 'web') set label 1 'strength' at screen 0.02686,0.54188 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'tree · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00747,0.02283 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.5372,0.32213 center
if (medium eq 'slides') set label 1 'strength' at screen 0.02063,0.6769 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'tree · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.56491,0.4229 center
if (medium eq 'paper') set label 1 'strength' at screen 0.03599,0.72354 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'tree · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.0222 left textcolor '#707070'
set xrange [0:250]
set xtics out nomirror 50
set yrange [0:165.6]
set ytics out nomirror 50
if (medium eq 'web') set key at screen 0.74005,0.92147 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.29213 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -2
if (medium eq 'paper') set key at screen 0.01309,0.39999 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -2
plot $mode_strengths using 1:2 with lines linecolor rgb '#0072b2' linewidth 4 dashtype 1 title 'mode 1: 157.7', \
     $mode_strengths using 1:3 with lines linecolor rgb '#d55e00' linewidth 4 dashtype 1 title 'mode 2: 121.8', \
     $mode_strengths using 1:4 with lines linecolor rgb '#009e73' linewidth 4 dashtype 1 title 'mode 3: 100.5', \
     $mode_strengths using 1:5 with lines linecolor rgb '#e69f00' linewidth 4 dashtype 1 title 'mode 4: 100.3', \
     $mode_strengths using 1:6 with lines linecolor rgb '#56b4e9' linewidth 4 dashtype 1 title 'mode 5: 71.41', \
     $mode_strengths using 1:7 with lines linecolor rgb '#cc79a7' linewidth 4 dashtype 1 title 'mode 6: 71.23', \
     $mode_strengths using 1:8 with lines linecolor rgb '#999999' linewidth 4 dashtype 1 title 'modes 7–8: 70.7 … 70.6', \
     $mode_strengths using 1:9 with lines linecolor rgb '#999999' linewidth 4 dashtype 1 notitle, \
     $mode_strengths using 1:10 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory', \
     $mode_strengths using 1:11 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $mode_strengths using 1:12 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $mode_strengths using 1:13 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $mode_strengths using 1:14 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $mode_strengths using 1:15 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $mode_strengths using 1:16 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle, \
     $mode_strengths using 1:17 with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 notitle
